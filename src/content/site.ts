import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The pages that a browser reads, by their path: `/privacy`. */
const sitePages = ['privacy', 'terms', 'support', 'install'] as const;
export type SitePage = (typeof sitePages)[number];

export interface PageText {
  title: string;
  /** Markdown. */
  body: string;
}

const TITLED = /^---\ntitle: (.+)\n---\n([\s\S]*)$/;

/** Their texts as they are shipped. @throws Error where one has no title */
export async function loadSite(): Promise<Record<SitePage, PageText>> {
  const read = await Promise.all(
    sitePages.map(async page => {
      const [, title, body] =
        TITLED.exec(await readFile(join(import.meta.dirname, 'site', `${page}.md`), 'utf8')) ?? [];
      if (!title || body === undefined) throw new Error(`${page}.md has no title`);
      return [page, { title, body }] as const;
    }),
  );
  return Object.fromEntries(read) as Record<SitePage, PageText>;
}

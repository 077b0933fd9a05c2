import type { RequestListener } from 'node:http';
import { marked } from 'marked';
import { count } from '../domain/words/sentences.ts';
import { htmlPage, pageHeaders } from './htmlPage.ts';

interface SiteParts {
  /** By their path's last part. */
  texts: Readonly<Record<string, { title: string; body: string }>>;
  /** An address of mail or of a page, at which somebody answers. */
  contact: string | undefined;
  /** How long the settings of a community that removed the bot are kept, and the daily copies of the database; 0: none. */
  retentionDays: number;
  backupDays: number;
  /** Where it is added to Slack, if it can be from here. */
  slack: { oauth?: { publicUrl: string } } | undefined;
  /** Where it is added to Discord: known once the bot is connected there. */
  discordInstall(): string | undefined;
}

/** The pages that both directories ask for, as routes. */
export function siteRoutes({
  texts,
  contact,
  retentionDays,
  backupDays,
  slack,
  discordInstall,
}: SiteParts): Record<string, RequestListener> {
  const slackInstall = slack?.oauth && `${slack.oauth.publicUrl}/slack/install`;
  const filled = (body: string): string =>
    body
      .replaceAll('{contact}', sayContact(contact))
      .replaceAll('{retention}', count(retentionDays, 'day', 'days'))
      .replaceAll(
        '{backups}',
        backupDays > 0 ? `for up to ${count(backupDays, 'day', 'days')}` : 'for as long as they keep them',
      )
      .replace('{slack}', installLink(slackInstall, 'Slack'))
      .replace('{discord}', installLink(discordInstall(), 'Discord'));
  return Object.fromEntries(
    Object.entries(texts).map(([path, { title, body }]): [string, RequestListener] => [
      `/${path}`,
      ({ method }, response) => {
        if (method !== 'GET' && method !== 'HEAD') return void response.writeHead(405).end();
        response.writeHead(200, pageHeaders);
        response.end(method === 'HEAD' ? undefined : htmlPage(title, marked.parse(filled(body), { async: false })));
      },
    ]),
  );
}

function sayContact(contact: string | undefined): string {
  if (!contact) return 'Questions go to an organizer of your community, or to whoever runs this bot.';
  const address = contact.includes('@') && !contact.includes(':') ? `mailto:${contact}` : contact;
  return `Contact: [${contact}](${address}).`;
}

const installLink = (address: string | undefined, platform: string): string =>
  address
    ? `[Add it to ${platform}](${address}).`
    : `This bot is added to ${platform} by whoever runs it: ask them for the link.`;

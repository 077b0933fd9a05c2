import { expect } from 'vitest';
import type { Slack, Team } from '../standins/slack/index.ts';

interface Around {
  slack: Slack;
  /** What browsers are told, and where the bot really listens. */
  publicUrl: string;
  botUrl: string;
}

/** Somebody installs the app into their workspace, by its own page and Slack's. */
export async function installInto(team: Team, { slack, publicUrl, botUrl }: Around): Promise<void> {
  let cookie = '';
  const goes = async (address: string) => {
    const here = botUrl + new URL(address, publicUrl).href.slice(publicUrl.length);
    const response = await fetch(here, { headers: { cookie } });
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return { status: response.status, text: await response.text() };
  };
  const page = await goes('/slack/install');
  const button = /href="(http[^"]+authorize[^"]+)"/.exec(page.text)?.[1] ?? '';
  const { status, text } = await goes(slack.allow(button.replaceAll('&#38;', '&'), team));
  expect(status, text).toBe(200);
}

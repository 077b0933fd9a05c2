import { expect, onTestFinished, test } from 'vitest';
import { folder } from '../content/fixtures.ts';
import { messageOf, tokenOf, visit } from '../doors/playground/visitor.ts';
import { startDiscord } from '../standins/discord/index.ts';
import { startSlack } from '../standins/slack/index.ts';
import { movableClock, startBot } from '../support/bot.ts';

const ID = 'a-case-of-our-own';
/** As long as a choice may be, and no two the same. */
const labels = ['One', 'Two', 'Three', 'Four', 'Five'].map(word =>
  `${word} ${'and so on '.repeat(8)}`.slice(0, 75).trim(),
);
const ownCase = `---
title: A case of our own
related: [the-four-routes]
choices:
${labels.map((label, index) => `  - label: ${label}\n    verdict: ${index === 0 ? 'best' : 'costly'}\n    why: Because of number ${index + 1}.`).join('\n')}
heard:
  directors: Nothing.
  dean: Nothing.
  former: Nothing.
  residents: Nothing.
---
Somebody asks you something.

***

You answered.
`;

test('a community’s own case with five choices works on every door, to the fifth', async () => {
  const slack = await startSlack({ botToken: 'xoxb-1' });
  const discord = await startDiscord({ identifyMs: 0 });
  const bot = await startBot(
    {
      ...{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1-A', SLACK_API_URL: slack.apiUrl },
      ...{ DISCORD_TOKEN: 'good-token', DISCORD_API_URL: discord.apiUrl },
      PLAYGROUND: 'on',
      CONTENT_DIR: await folder({ [`scenarios/${ID}.md`]: ownCase }),
    },
    movableClock('2026-10-14T12:00[America/Chicago]'),
  );
  onTestFinished(async () => {
    await bot.remove();
    await Promise.all([slack.close(), discord.close()]);
  });
  const fifth = labels[4] ?? '';
  const why = 'Because of number 5.';

  const ana = slack.addUser({ name: 'Ana' });
  const openedOnSlack = await ana.command('/backchannel', `advice case:${ID}`).message();
  const answered = await ana.click(openedOnSlack, fifth).message();
  expect(slack.text(answered)).toContain(why);

  const guild = discord.addGuild({ name: 'G', channels: ['general'] });
  const ben = discord.addUser({ name: 'Ben' });
  const options = { topic: 'practice' };
  const found = await (await ben.command({ guild, channel: 'general', name: 'advice', options })).message();
  const opened = await (await ben.choose(found, 'advice*case', ['A case of our own'])).message();
  expect(discord.text(await (await ben.click(opened, fifth)).message())).toContain(why);

  const kim = (await visit(bot.url)).as('kim');
  const there = messageOf(await kim.give({ text: `/advice case:${ID}` }));
  expect(JSON.stringify(messageOf(await kim.give({ token: tokenOf(there, fifth) })).card)).toContain(why);
});

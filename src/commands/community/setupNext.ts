import { buttons, type Card, card } from '../../core/cards/card.ts';
import { call } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import { UserError } from '../../core/ports/errors.ts';
import type { CommunitySettings } from '../../core/ports/store.ts';
import type { CommunityChange, TipsPlan } from '../../core/ports/users.ts';
import { formatMoment } from '../../domain/time/localTime.ts';
import { dayOf, nextMoment, nextPosted, waiting } from './nextTip.ts';
import { FOOTER, plannedCard } from './setupCards.ts';

function tipsOf({ community, typed }: Context) {
  if (!community?.tips) throw new UserError(`No weekly tip is set yet. ${typed('setup')} begins.`);
  return { community, tips: community.tips };
}

/** One line of the organizer's own, in the next tip and no other; or none after all. */
export async function lined(line: string | null, desk: CommunitySettings, context: Context): Promise<Card> {
  const { community, tips } = tipsOf(context);
  if (line === null) return settled(await desk.keepNext({ ownLine: null }), tips, context, 'No line of your own');
  if (/[\r\n]/.test(line)) throw new UserError('One line, please: leave out the line breaks.', { line: 'One line.' });
  const on = dayOf(nextPosted(context.now, tips, community), tips);
  return settled(await desk.keepNext({ ownLine: { text: line, on } }), tips, context, 'Your line is set');
}

/** The next tip is left out, or comes after all. A line that was meant for it goes with the one that comes. */
export async function skipped(skip: boolean, desk: CommunitySettings, context: Context): Promise<Card> {
  const { community, tips } = tipsOf(context);
  const skipOn = skip ? dayOf(nextMoment(context.now, tips), tips) : null;
  const { ownLine } = waiting(community, context.now);
  const changed = await desk.keepNext({ skipOn });
  const on = dayOf(nextPosted(context.now, tips, changed), tips);
  const moved = ownLine && !ownLine.on.equals(on) ? await desk.keepNext({ ownLine: { ...ownLine, on } }) : changed;
  return settled(moved, tips, context, skip ? 'The next tip is left out' : 'The next tip comes');
}

/** The role that a tip pings on Discord, where an organizer wants that. */
export async function pinged(role: string | null, desk: CommunitySettings, context: Context): Promise<Card> {
  const { community, tips } = tipsOf(context);
  if (community.platform !== 'discord') throw new UserError('A tip pings nobody here.');
  if (role === community.externalId)
    throw new UserError('That is everyone. Choose a role that people gave themselves.');
  return settled(await desk.keepPingRole(role), tips, context, role ? 'The role is pinged' : 'Nobody is pinged');
}

const settled = (community: NonNullable<Context['community']>, tips: TipsPlan, context: Context, title: string) =>
  plannedCard(community, tips, context, title);

const said: Record<CommunityChange, string> = {
  tips: 'set channel, day and hour',
  paused: 'paused the tips',
  resumed: 'let the tips go on',
  season: 'changed the season track',
  line: 'wrote a line for the next tip',
  'no-line': 'took the line back',
  skip: 'left the next tip out',
  'no-skip': 'let the next tip come',
  role: 'chose a role to ping',
  'no-role': 'ended the ping',
};

/** Who changed what, the latest first. */
export async function changesCard({ communitySettings, community, zone, personLabel }: Context): Promise<Card> {
  const changes = (await communitySettings?.changes()) ?? [];
  const clock = community?.tips?.zone ?? zone;
  const items = await Promise.all(
    changes.map(async ({ what, at, by }) => {
      const who = by && by.platform === community?.platform ? await personLabel(by.externalId) : 'Somebody';
      return `${formatMoment(at, clock)}: ${who} ${said[what]}.`;
    }),
  );
  return card('Who changed what', {
    answer: items.length === 0 ? 'Nothing was changed yet.' : 'The latest first.',
    blocks: [{ type: 'list', items }, ...buttons({ label: 'Setup', call: call('setup') })],
    footer: FOOTER,
  });
}

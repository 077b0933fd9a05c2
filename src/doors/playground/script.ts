import type { Cast, CastCall } from '../../content/types.ts';
import { type Block, isLink } from '../../core/cards/card.ts';
import { type Call, chosen } from '../../core/commands/call.ts';
import type { Core } from '../../core/commands/dispatch.ts';
import type { Door } from '../../core/ports/request.ts';
import { newId } from '../../core/runtime/id.ts';
import { dayByRule, type SeasonRules } from '../../domain/season/season.ts';
import type { Chat } from './chat.ts';
import type { MovedClock } from './clock.ts';
import type { Journey } from './journey.ts';
import { community, identityOf, type Persona, personas } from './people.ts';
import { showCard } from './shown.ts';

/** Made-up people live where the season's own clock is an hour ahead. */
const ZONE = 'America/Chicago';
/** They write to the bot in direct messages, where the season is told. */
const PLACE = 'direct';

interface ScriptParts {
  core: Core;
  chat: Chat;
  door: Door;
  cast: Cast;
  season: SeasonRules;
}

export type Scripts = ReturnType<typeof createScripts>;

/** What made-up people do, through the same commands that everybody has. */
export function createScripts({ core, chat, door, cast, season }: ScriptParts) {
  let playing: { browser: string; left: { at: Temporal.Instant; call: CastCall }[] } | undefined;

  /** What the last reply lets one tap, by its label. */
  let offered: { label: string; call: Call }[] = [];

  async function run(browser: string, persona: Persona, { call: given, tap, asked }: CastCall): Promise<void> {
    const [id, who] = [newId(), identityOf(browser, persona)];
    const call = given
      ? core.given(given.command, given.options)
      : offered.find(({ label }) => tap !== undefined && label.startsWith(tap))?.call;
    if (!call) throw new Error(`no button "${tap}"`);
    const request = {
      call,
      ...{ via: 'command' as const, requestId: id, who, zone: ZONE },
      where: { ...community, zone: ZONE },
      mayOrganize: personas[persona].organizer,
    };
    const { card, tokenOf } = await core.answer(request, door);
    offered = card.blocks.flatMap(tapsOf);
    if (asked === undefined) return;
    const at = core.now().epochMilliseconds;
    chat.put({ id, place: PLACE, reply: true, at, asked, card: showCard(card, tokenOf) }, who.externalId);
  }

  async function empty(browser: string, persona: Persona): Promise<void> {
    await run(browser, persona, { call: { command: 'my-data', options: { do: 'erase', sure: 'yes' } } });
    chat.forgetReader(identityOf(browser, persona).externalId);
  }

  const momentOf = ({ on, at = '08:00' }: CastCall, cycle: number): Temporal.Instant =>
    dayByRule(on ?? { from: 'review-opens', days: 0 }, cycle, season)
      .toZonedDateTime({ timeZone: ZONE, plainTime: at })
      .toInstant();

  return {
    empty,

    /** Makes somebody of the cast who their card says they are. */
    async load(browser: string, persona: Persona): Promise<void> {
      await empty(browser, persona);
      for (const call of cast.people.find(({ id }) => id === persona)?.calls ?? []) await run(browser, persona, call);
    },

    /** Begins the season of a cycle on its first day: what its person does comes as the time does. */
    async begin(browser: string, cycle: number, { clock, journey }: { clock: MovedClock; journey: Journey }) {
      const left = cast.season.calls.map(call => ({ at: momentOf(call, cycle), call }));
      const [first] = left;
      if (!first) return;
      playing = undefined;
      await empty(browser, 'sam');
      await journey.to(first.at.subtract({ minutes: 1 }));
      playing = { browser, left };
      await journey.to(clock.now().add({ minutes: 1 }));
    },

    /** When the next thing is done; null where nothing is left. */
    nextAt: (): Temporal.Instant | null => playing?.left[0]?.at ?? null,

    /** Does what is due. */
    async runDue(now: Temporal.Instant): Promise<void> {
      while (playing?.left[0] && Temporal.Instant.compare(playing.left[0].at, now) <= 0) {
        const { call } = playing.left.shift()!;
        await run(playing.browser, call.as === 'kim' ? 'kim' : 'sam', call);
      }
    },
  };
}

/** Each as if its form had been sent with nothing more filled in. */
function tapsOf(block: Block): { label: string; call: Call }[] {
  if (block.type === 'select')
    return block.choices.map(({ label, value }) => ({ label, call: chosen(block.call, value) }));
  if (block.type !== 'buttons') return [];
  return block.buttons.flatMap(button => {
    if (isLink(button)) return [];
    const { form: _, ...call } = button.call;
    return [{ label: button.label, call }];
  });
}

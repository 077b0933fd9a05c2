import type { Content } from '../../content/types.ts';
import type { Reading } from '../../domain/words/reading.ts';
import type { Card } from '../cards/card.ts';
import { pageOf } from '../cards/pages.ts';
import { UserError } from '../ports/errors.ts';
import type { Answer, Door, Request } from '../ports/request.ts';
import type { Store } from '../ports/store.ts';
import type { Identity } from '../ports/users.ts';
import { withTimeout } from '../runtime/withTimeout.ts';
import { type Admission, createAdmission, createInTurn } from './admission.ts';
import { assertMayCall, mayCall } from './audience.ts';
import { authorizedButtons, type ButtonOwner } from './authorizedButtons.ts';
import { askingOf, countsFromEvents } from './calendarOf.ts';
import { type Call, chosen, decodeCall, encodePending, lostCall, type RawOptions } from './call.ts';
import { type Command, type Form, formOf } from './command.ts';
import { type Asked, createContextOf } from './contextOf.ts';
import { directCall, typedLine } from './direct.ts';
import { errorCard, failedAs } from './errorCard.ts';
import { openedBy } from './forms.ts';
import { createOffering } from './offering.ts';
import { openToken } from './openCalls.ts';
import { type OptionSpec, optionSpecs } from './options.ts';
import { overflowing } from './overflow.ts';
import { apartFromZone, OWN_ZONE, ownZoneForm, ownZoneSpec } from './ownZone.ts';
import { parseOptions } from './parse.ts';
import type { Screens } from './screens.ts';
import { createSuggesting } from './suggesting.ts';
import { type TextReaders, textReaders } from './textReaders.ts';
import { createTurnedAway } from './turnedAway.ts';
import { givenCall, unknownCommand } from './typed.ts';
import { unplacedError } from './unplaced.ts';

export type Core = ReturnType<typeof createCore>;

export interface CoreParts extends Partial<TextReaders> {
  store: Store;
  content: Content;
  commands: readonly Command[];
  screens: Screens;
  now(): Temporal.Instant;
  /** Where a browser reads the pages for privacy and support, where there is such an address. */
  site?: string;
  /** Told of what went wrong inside, without any of the person's words. */
  report(error: unknown, about: { command: string; requestId: string }): void;
  admission?: Admission;
}

/** How long a form waits for what is known already before it opens without it. */
const PREFILL_MS = 500;

/** Finds, authorizes, parses and runs: the one way from any door to a reply, and the only catch. */
export function createCore(parts: CoreParts) {
  const { store, content, commands, screens, now, report } = parts;
  const { admission = createAdmission() } = parts;
  const readers = textReaders(parts);
  const { screen, listen } = readers;
  const byName = new Map(commands.map(command => [command.name, command]));
  const find = (name: string): Command | undefined => byName.get(name);
  /** What people type is read before anybody is looked up: their zone is not known yet. */
  const asking = () => ({ now: now(), zone: 'UTC' });
  const turnedAway = createTurnedAway({ find, now });
  const contextOf = createContextOf({ ...parts, ...readers });
  const inTurn = createInTurn(admission);

  /** A card whose buttons that wait are left out where they can't be kept. */
  async function withButtons(shown: Card, request: Request, door: Door): Promise<Answer> {
    const keep = await contextOf(request, door).catch(() => undefined);
    return authorizedButtons(shown, keep, find).catch(() => authorizedButtons(shown, undefined, find));
  }

  /** The context, after the zone that was said with the call is kept: by a request of its own, which the call's may not repeat. */
  async function contextIn(ownZone: Reading<string> | undefined, request: Request, door: Door): Promise<Asked> {
    const context = await contextOf(request, door);
    if (ownZone?.outcome !== 'understood') return context;
    const { account, now: at } = context;
    const notebook = store.notebook({ account, requestId: `${request.requestId}:${OWN_ZONE}`, now: at });
    await notebook.changeProfile({ zone: ownZone.value });
    return contextOf(request, door);
  }

  async function run(
    request: Request,
    door: Door,
    command: Command,
    context: Asked,
    ownZone: Reading<string> | undefined,
  ): Promise<[Card, ButtonOwner]> {
    assertMayCall(command, request.call, context, screens);
    if (request.call.unplaced !== undefined) throw unplacedError(request.call, command);
    const { options: given, picked } = request.call;
    const options = parseOptions(command, given, await askingOf(command, given, context), picked);
    const asksZone = async () => context.user.zone === null && (await command.needsOwnZone?.(options, context));
    const reply =
      (await screens.patientQuestion(command, overflowing(command, request.call), context, screen)) ??
      ((await asksZone()) ? screens.zoneQuestion(context, ownZone) : await command.run(options, context));
    // Who asked may be another user by now: what follows is theirs, and must not make a failure of what was done.
    const after = command.changesUser ? await contextOf(request, door) : context;
    const { user, account, now: at } = after;
    const isToldBelow = after.hasUnseenFailures && command.name !== 'reminders';
    const failures = isToldBelow ? await store.ledger.takeUnseenFailures(user.id, at, account.id) : [];
    const shown = screens.unseenFailures(pageOf(reply, request.call), failures, after);
    return [await screens.firstTime(shown, request, after), after];
  }

  async function answer(given: Request, door: Door): Promise<Answer> {
    const { call, ownZone } = apartFromZone(given.call);
    const request = given.call === lostCall ? given : { ...given, call };
    let keep: ButtonOwner | undefined;
    try {
      const command = find(request.call.command);
      if (request.call === lostCall) throw new Error('a kept call could not be read');
      // Care asks nothing of the store, so that it comes also where that fails; nothing else stands on its card.
      const caring = await screens.careFirst(command, given.call, { listen, content, ...request.who });
      if (caring) return await withButtons(caring, request, door);
      if (!command) throw unknownCommand(request.call, commands, door.typed, asking());
      const context = await contextIn(ownZone, request, door);
      keep = context;
      const [reply, asker] = await run(request, door, command, context, ownZone);
      keep = asker;
      return await authorizedButtons(reply, keep, find);
    } catch (error) {
      if (!(error instanceof UserError)) report(error, { command: request.call.command, requestId: request.requestId });
      const answer = await authorizedButtons(
        errorCard(error, request.call, find(request.call.command)),
        keep,
        find,
      ).catch(() => authorizedButtons(errorCard(error, request.call, undefined), undefined, find));
      return { ...answer, ...failedAs(error) };
    }
  }

  /** Never throws: whatever happens becomes a card. */
  async function answerInTurn(request: Request, door: Door): Promise<Answer> {
    const turnAway = () => turnedAway.answer(request.call, request.who);
    if (turnedAway.isUnread(request.call)) return turnAway();
    return inTurn(request.who, () => answer(request, door), turnAway);
  }

  return {
    find,
    commands,
    now,
    answer: answerInTurn,

    /** The call behind a command's name and the words typed after it; after the home command they may name another. */
    typed: (name: string, words: string): Call => typedLine(name, words, commands, asking()),

    /** The call that words come to which somebody wrote to the bot by direct message. */
    direct: (words: string): Call => directCall(words, commands, asking()),

    /** The call of a command whose options a platform hands over one by one. */
    given: (name: string, options: RawOptions): Call => givenCall(find(name), name, options, asking()),

    /** The form that this call opens by the declaration and the options alone; undefined where it runs instead. */
    form: (call: Call): Form | undefined => ownZoneForm(call) ?? openedBy(apartFromZone(call).call, find(call.command)),

    /** The same form with what is known already, or as it was where that takes too long. */
    async prefilled(form: Form, request: Request, door: Door): Promise<Form> {
      const command = find(form.command);
      const prefill = command && formOf(command, form.rest.options)?.prefill;
      if (!prefill || form.fields.includes(ownZoneSpec)) return form;
      const read = async () => {
        const context = await contextOf(request, door);
        return mayCall(command, request.call, context) ? prefill(context, form.values) : {};
      };
      const known = inTurn(request.who, read, () => ({}));
      return { ...form, values: { ...(await withTimeout(PREFILL_MS, known, {})), ...form.values } };
    },

    /**
     * Notes a request that writes nothing; whether it was not answered before, by this process or an earlier one. Where
     * nobody can say it counts as the first: an answer twice is better than none.
     */
    async isFirst(request: Request, door: Door): Promise<boolean> {
      const note = async () => (await contextOf(request, door)).notebook.noteRequest();
      try {
        return await inTurn(request.who, note, () => true);
      } catch (error) {
        report(error, { command: request.call.command, requestId: request.requestId });
        return true;
      }
    },

    /** Whether something of a request was saved, when nobody knows any more what came of it. */
    wasSaved: async (request: Request, door: Door): Promise<boolean> =>
      (await contextOf(request, door)).notebook.hasWritten(),

    answerOrOffer: createOffering({
      ...{ content, screens, listen, find, contextOf, inTurn, turnedAway, report, withButtons },
      answer: answerInTurn,
    }),

    /** What a form carries along unseen, as a token of at most 100 characters that `callOf` reads. */
    async formToken({ rest }: Pick<Form, 'rest'>, request: Request, door: Door): Promise<string> {
      const keep = async () => encodePending(await (await contextOf(request, door)).notebook.keepPendingCall(rest));
      const token = openToken(rest, find(rest.command));
      return token ?? inTurn(request.who, keep, () => turnedAway.token(rest, request.who));
    },

    /** A card of the door's own with the buttons that this person may tap: those that wait only where they can be kept. */
    authorizedButtons: withButtons,

    /** What is wrong with a filled-in form, by field: read without the store, so that a door can say it at once. */
    formErrors(given: Call): Record<string, string> {
      const { call, ownZone } = apartFromZone(given);
      const command = find(call.command);
      if (!command) return {};
      if (ownZone?.outcome === 'refused') return { [OWN_ZONE]: ownZone.because };
      try {
        parseOptions(command, call.options, asking(), call.picked);
        return {};
      } catch (error) {
        if (!(error instanceof UserError)) return {};
        // A day that is counted from an interview is read when that is looked up.
        const isLater = (spec: OptionSpec) => countsFromEvents(spec, call.options[spec.name] ?? '', now());
        const later = new Set(
          optionSpecs(command.options)
            .filter(isLater)
            .map(({ name }) => name),
        );
        return Object.fromEntries(Object.entries(error.fields).filter(([name]) => !later.has(name)));
      }
    },

    suggest: createSuggesting({ find, contextOf, inTurn, report }),

    /** The call behind a button's token, where it is this person's to make. */
    async callOf(token: string, who: Identity, choice?: string): Promise<Call | undefined> {
      const held = turnedAway.find(token, who, choice);
      if (held && 'command' in held) return held;
      const wanted = held ?? { token, choice };
      const decoded = decodeCall(wanted.token);
      if (!decoded) return undefined;
      if ('call' in decoded) return chosen(decoded.call, wanted.choice);
      const kept = async () => {
        const at = now();
        const { account } = await store.arrive(who, null, at);
        const found = await store.notebook({ account, requestId: token, now: at }).pendingCall(decoded.pending);
        return found && chosen(found, wanted.choice);
      };
      try {
        return await inTurn(who, kept, () => turnedAway.unread(wanted.token, wanted.choice));
      } catch (error) {
        report(error, { command: 'a kept call', requestId: token });
        return lostCall;
      }
    },
  };
}

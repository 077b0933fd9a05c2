import type { Content } from '../../content/types.ts';
import { screen as findingsOf } from '../../domain/privacy/privacy.ts';
import { trackRules } from '../../domain/season/track.ts';
import { buttons, type Card, card } from '../cards/card.ts';
import { pageOf } from '../cards/pages.ts';
import { clip } from '../clip.ts';
import { StorageLost, UserError } from '../errors.ts';
import type { Answer, Door, Request } from '../ports/request.ts';
import type { Screen } from '../ports/screening.ts';
import type { Store } from '../ports/store.ts';
import type { Identity } from '../ports/users.ts';
import { within } from '../within.ts';
import { addressed, type Keep } from './addressed.ts';
import { type Admission, createAdmission, createInTurn } from './admission.ts';
import { type Call, chosen, decodeCall, encodePending, formCall, lostCall } from './call.ts';
import { type Choice, choicesLike, completeChoices } from './choices.ts';
import { createClaims } from './claims.ts';
import { type Command, type Context, type Form, formOf } from './command.ts';
import { complete, isCompletedAsTyped, MOST_COMPLETIONS } from './completions.ts';
import { withWelcome } from './firstTime.ts';
import { messagesTo } from './messages.ts';
import { offerToLog } from './offerToLog.ts';
import { openToken } from './openCalls.ts';
import { isCompleted, optionSpecs } from './options.ts';
import { parseOptions } from './parse.ts';
import { heldBack } from './privacyHold.ts';
import { createTurnedAway } from './turnedAway.ts';
import { withUntold } from './untold.ts';

export type Core = ReturnType<typeof createCore>;

export interface CoreParts {
  store: Store;
  content: Content;
  commands: readonly Command[];
  now(): Temporal.Instant;
  /** Told of what went wrong inside, without any of the person's words. */
  report(error: unknown, about: { command: string; requestId: string }): void;
  admission?: Admission;
  /** The patient screen; in place where nothing else is given. */
  screen?: Screen;
}

const screenInPlace: Screen = async (text, own) => findingsOf(text, { own });

/** How long a form waits for what is known already before it opens without it. */
export const PREFILL_MS = 500;

/** Finds, authorises, parses and runs: the one way from any door to a reply, and the only catch. */
export function createCore(parts: CoreParts) {
  const { store, content, commands, now, report, admission = createAdmission(), screen = screenInPlace } = parts;
  const byName = new Map(commands.map(command => [command.name, command]));
  const claim = createClaims(store);
  const find = (name: string): Command | undefined => byName.get(name);
  const turnedAway = createTurnedAway({ find, now });

  const inTurn = createInTurn(admission);

  async function contextOf(request: Request, door: Door): Promise<Context> {
    const at = now();
    const { account, user, community, isOrganiser, track } = await store.arrive(
      request.who,
      request.where,
      at,
      request.zone,
    );
    const organiser = isOrganiser || request.mayOrganise;
    const zone = user.zone ?? community?.tips?.zone ?? community?.zone ?? 'UTC';
    return {
      typed: door.typed,
      channelLabel: door.channelLabel,
      canPost: door.canPost,
      post: door.post,
      user,
      account,
      community,
      channel: request.where?.channel ?? null,
      isOrganiser: organiser,
      ...(request.rightsUnknown && { rightsUnknown: request.rightsUnknown }),
      page: request.call.page ?? 1,
      now: at,
      zone,
      today: at.toZonedDateTimeISO(zone).toPlainDate(),
      notebook: store.notebook({ account, requestId: request.requestId, now: at }),
      messages: messagesTo(store.ledger, user.id, at),
      linking: store.linking(account, at),
      desk: organiser && community ? store.desk(community.id, at) : null,
      content,
      season: trackRules(content.season, track),
      commands: commands.filter(({ internal }) => !internal),
      tryDirectMessage: () => door.tryDirectMessage(request.who),
      again(options) {
        const { command, options: given, confirmed } = request.call;
        return { command, options: { ...given, ...options }, ...(confirmed && { confirmed }) };
      },
      async claim(given) {
        if (!community) return 'none';
        const code = door.claimCode?.(community.externalId);
        return claim({ community, accountId: account.id, given, code, now: at });
      },
    };
  }

  async function run(request: Request, door: Door, command: Command, context: Context): Promise<[Card, Keep]> {
    if (command.audience === 'organiser' && context.channel === null)
      throw new UserError(`${context.typed(command.name)} works inside a community. Type it in one of its channels.`);
    const options = parseOptions(command, request.call.options, context);
    const reply = (await heldBack(command, request.call, context, screen)) ?? (await command.run(options, context));
    // Who asked may be another user by now: what follows is theirs, and must not make a failure of what was done.
    const after = command.changesUser ? await contextOf(request, door) : context;
    const { user, account, now: at } = after;
    const untold = command.name === 'reminders' ? [] : await store.ledger.takeUntold(user.id, at, account.id);
    return [await withWelcome(withUntold(pageOf(reply, request.call), untold, after), request, after), after];
  }

  async function answer(request: Request, door: Door): Promise<Answer> {
    let keep: Keep | undefined;
    try {
      const command = find(request.call.command);
      if (request.call === lostCall) throw new Error('a kept call could not be read');
      if (!command)
        throw new UserError(
          `There is no command "${clip(request.call.command)}". ${door.typed('backchannel')} shows what there is.`,
        );
      const context = await contextOf(request, door);
      keep = context;
      const [reply, asker] = await run(request, door, command, context);
      keep = asker;
      return await addressed(reply, keep, find);
    } catch (error) {
      if (!(error instanceof UserError)) report(error, { command: request.call.command, requestId: request.requestId });
      const answer = await addressed(errorCard(error, request.call, find(request.call.command)), keep, find).catch(() =>
        addressed(errorCard(error, request.call, undefined), undefined, find),
      );
      return error instanceof UserError ? { ...answer, fields: error.fields } : answer;
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

    /** The form that this call opens by the declaration and the options alone; undefined where it runs instead. */
    form(call: Call): Form | undefined {
      const command = find(call.command);
      const wanted = command && formOf(command, call.options);
      if (!wanted) return undefined;
      const specs = optionSpecs(command.options);
      const { title, submit, opensIncomplete, opensWithout = [], requires = [] } = wanted;
      const opens = specs.some(
        ({ name, required }) =>
          ((opensIncomplete && required) || opensWithout.includes(name)) && !call.options[name]?.trim(),
      );
      if (!call.form && !opens) return undefined;
      const fields = wanted.fields
        .flatMap(name => specs.find(spec => spec.name === name) ?? [])
        .map(spec => ({ ...spec, required: spec.required || requires.includes(spec.name) }));
      const others = Object.entries(call.options).filter(([name]) => !fields.some(field => field.name === name));
      const rest: Call = { command: command.name, options: Object.fromEntries(others) };
      return { command: command.name, title, submit, fields, values: call.options, rest };
    },

    /** The same form with what is known already, or as it was where that takes too long. */
    async prefilled(form: Form, request: Request, door: Door): Promise<Form> {
      const command = find(form.command);
      const prefill = command && formOf(command, form.rest.options)?.prefill;
      if (!prefill) return form;
      const known = inTurn(
        request.who,
        async () => prefill(await contextOf(request, door), form.values),
        () => ({}),
      );
      return { ...form, values: { ...(await within(PREFILL_MS, known, {})), ...form.values } };
    },

    /** Notes a request that writes nothing; whether it was not answered before, by this process or an earlier one. */
    async isFirst(request: Request, door: Door): Promise<boolean> {
      return (await contextOf(request, door)).notebook.noteRequest();
    },

    /** What words that were written to the bot by direct message are answered with. They wait, sealed, behind a button. */
    async offerToLog(words: string, request: Request, door: Door): Promise<Answer> {
      const offer = async () => addressed(offerToLog(words), await contextOf(request, door), find);
      try {
        return await inTurn(request.who, offer, () =>
          turnedAway.answer(formCall('log', { sentence: words }), request.who),
        );
      } catch (error) {
        report(error, { command: 'log', requestId: request.requestId });
        return addressed(errorCard(error, request.call, undefined), undefined, find);
      }
    },

    /** What a form carries along unseen, as a token of at most 100 characters that `callOf` reads. */
    async formToken({ rest }: Pick<Form, 'rest'>, request: Request, door: Door): Promise<string> {
      const keep = async () => encodePending(await (await contextOf(request, door)).notebook.keepCall(rest));
      const token = openToken(rest, find(rest.command));
      return token ?? inTurn(request.who, keep, () => turnedAway.token(rest, request.who));
    },

    /** A card of the door's own with the buttons that this person may tap: those that wait only where they can be kept. */
    async addressed(shown: Card, request: Request, door: Door): Promise<Answer> {
      const keep = await contextOf(request, door).catch(() => undefined);
      return addressed(shown, keep, find).catch(() => addressed(shown, undefined, find));
    },

    /** What is wrong with a filled-in form, by field: read without the store, so that a door can say it at once. */
    formErrors(call: Call): Record<string, string> {
      const command = find(call.command);
      if (!command) return {};
      try {
        parseOptions(command, call.options, { now: now(), zone: 'UTC' });
        return {};
      } catch (error) {
        return error instanceof UserError ? error.fields : {};
      }
    },

    async suggest(request: Request, option: string, text: string, door: Door) {
      const command = find(request.call.command);
      const spec = command && optionSpecs(command.options).find(({ name }) => name === option);
      if (!command || !spec || !isCompletedAsTyped(command, spec)) return [];
      if (spec.kind === 'choice') return choicesLike(spec, text).slice(0, MOST_COMPLETIONS);
      if (spec.kind === 'choices') return completeChoices(spec, text).slice(0, MOST_COMPLETIONS);
      const found = async (): Promise<Choice[]> => {
        const context = await contextOf(request, door);
        if (!isCompleted(spec.kind)) return (await command.suggest?.(option, text, context)) ?? [];
        return (await complete(spec.kind, text, context)).map(value => ({ label: value, value }));
      };
      try {
        return (await inTurn(request.who, found, () => [])).slice(0, MOST_COMPLETIONS);
      } catch (error) {
        // Nothing to choose from is an answer: what is typed is taken as it is.
        report(error, { command: request.call.command, requestId: request.requestId });
        return [];
      }
    },

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
        const found = await store.notebook({ account, requestId: token, now: at }).keptCall(decoded.pending);
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

/** What is wrong, what is expected, what was kept, and a way to try again with it filled in. */
function errorCard(error: unknown, call: Call, command: Command | undefined): Card {
  if (error instanceof StorageLost)
    return card("I can't save right now", {
      answer: 'My notes are out of reach, so nothing new is kept until I am started again.',
      tone: 'careful',
      footer: 'This was not saved. Please tell whoever runs this bot.',
    });
  if (!(error instanceof UserError))
    return card('That did not work', {
      answer: 'Something failed on our side. Please try again in a minute.',
      tone: 'careful',
      footer: 'Nothing was half-saved.',
    });
  const again = command && formOf(command, call.options) && Object.keys(call.options).length > 0;
  return card('Not quite', {
    answer: error.message,
    tone: 'careful',
    blocks: again ? buttons({ label: 'Try again', call: { ...call, form: true } }) : [],
    ...(again && { footer: 'What you typed is kept.' }),
  });
}

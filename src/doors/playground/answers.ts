import { z } from 'zod';
import { type Call, rawCall } from '../../core/commands/call.ts';
import type { Via } from '../../core/commands/command.ts';
import type { Core } from '../../core/commands/dispatch.ts';
import { UserError } from '../../core/ports/errors.ts';
import type { Door, Request } from '../../core/ports/request.ts';
import { readZone } from '../../domain/time/zones.ts';
import { whyUnread } from '../errorCards.ts';
import { takeFile } from '../givenFile.ts';
import type { Chat, ChatPlace, Message } from './chat.ts';
import { type Completion, complete } from './completion.ts';
import { type BothLooks, formLooks, type LoadLooks } from './looks.ts';
import { community, identityOf, personaShape, personas } from './people.ts';
import { type ShownForm, showCard, showForm } from './shown.ts';

const token = z.string().max(200);
const words = z.string().max(4000);
const option = z.string().max(40);

/** Who asks, and from where. */
const asker = {
  persona: personaShape,
  place: z.enum(['channel', 'direct']),
  /** The browser's own; one that is not known is left out. */
  zone: z
    .string()
    .max(64)
    .transform(text => {
      const zone = readZone(text);
      return zone.outcome === 'understood' ? zone.value : undefined;
    })
    .optional(),
};

/** Words typed, a button or select tapped, or a form filled in. */
export const callShape = z.strictObject({
  ...asker,
  requestId: z.string().regex(/^[\w-]{16,64}$/),
  /** Whether a form is wanted as the platforms would show it, too. */
  looks: z.boolean().optional(),
  /** The message whose button was tapped. */
  on: z.string().max(64).optional(),
  given: z.union([
    z.strictObject({ text: words }),
    z.strictObject({ token, choice: z.string().max(200).optional() }),
    z.strictObject({
      form: token,
      values: z.record(option, z.string()),
      /** Their bytes, in base64. */
      files: z.record(option, z.strictObject({ name: z.string().max(1000), bytes: z.base64() })).optional(),
    }),
  ]),
});
export const suggestShape = z.strictObject({
  ...asker,
  about: z.union([
    z.strictObject({ text: words }),
    z.strictObject({ command: option, option, text: z.string().max(200) }),
  ]),
});
export type CallBody = z.output<typeof callShape>;
export type SuggestBody = z.output<typeof suggestShape>;

/** What the page does next: show a message or a form, mark the form's fields, or say what is wrong. */
export type Outcome =
  | { message: Message; erased?: true }
  | { form: ShownForm; looks?: BothLooks }
  | { errors: Record<string, string> }
  | { mistake: string };

interface Made {
  call: Call;
  via: Via;
  asked?: string;
}

/** The files as options carry them. @throws UserError where one is too large or empty, with why beside its field */
const optionsOf = (files: Record<string, { name: string; bytes: string }>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(files).map(([option, { name, bytes }]) => {
      const taken = takeFile({ name, bytes: Buffer.from(bytes, 'base64') });
      if (taken.ok) return [option, taken.option];
      const why = whyUnread(taken.why, 'The browser');
      throw new UserError(why, { [option]: why });
    }),
  );

const erases = ({ command, options }: Call): boolean =>
  command === 'my-data' && options.do === 'erase' && options.sure !== undefined;

export type Answers = ReturnType<typeof createAnswers>;

/** Carries what the page sends to the core, and its reply into the chat of that person alone. */
export function createAnswers({ core, chat, door, looks }: { core: Core; chat: Chat; door: Door; looks: LoadLooks }) {
  async function made({ given, place, ...body }: CallBody, browser: string): Promise<Made | { mistake: string }> {
    if ('text' in given) return { ...typed(given.text, place), via: 'command' };
    const found = await core.callOf(
      'token' in given ? given.token : given.form,
      identityOf(browser, body.persona),
      'token' in given ? given.choice : undefined,
    );
    if (!found) return { mistake: 'What this button was for is no longer kept. Type the command again.' };
    if ('token' in given) return { call: found, via: 'button' };
    return {
      call: { ...found, options: { ...found.options, ...given.values, ...optionsOf(given.files ?? {}) } },
      via: 'form',
      asked: `/${found.command}`,
    };
  }

  /** @throws UserError on words in a channel, which the bot does not read. */
  function typed(text: string, place: ChatPlace): Omit<Made, 'via'> {
    const asked = text.trim();
    const [, name = '', rest = ''] = /^\/(\S+)\s*(.*)$/s.exec(asked) ?? [];
    if (name) return { call: core.typed(name.toLowerCase(), rest), asked };
    if (place === 'direct') return { call: core.direct(asked), asked };
    throw new UserError('The bot reads no messages in a channel. Begin with / to call it, as in /log.');
  }

  const requestOf = (
    { persona, place, zone }: SuggestBody | CallBody,
    browser: string,
    of: Made,
    id: string,
  ): Request => ({
    call: of.call,
    via: of.via,
    requestId: id,
    who: identityOf(browser, persona),
    where: place === 'channel' ? { ...community, ...(zone && { zone }) } : null,
    mayOrganize: personas[persona].organizer,
    ...(zone && { zone }),
  });

  async function answer(body: CallBody, browser: string): Promise<Outcome> {
    const wanted = await made(body, browser);
    if ('mistake' in wanted) return wanted;
    const request = requestOf(body, browser, wanted, body.requestId);
    const form = wanted.via === 'form' ? undefined : core.form(wanted.call);
    if (form) {
      const [filled, token] = [await core.prefilled(form, request, door), await core.formToken(form, request, door)];
      return {
        form: showForm(filled, token),
        ...(body.looks && { looks: await formLooks(filled, token, looks) }),
      };
    }
    const errors = wanted.via === 'form' ? core.formErrors(wanted.call) : {};
    if (Object.keys(errors).length > 0) return { errors };

    const { card, tokenOf, fields = {} } = await core.answer(request, door);
    if (wanted.via === 'form' && Object.keys(fields).length > 0) return { errors: fields };
    const person = request.who.externalId;
    const tapped = body.on === undefined ? undefined : chat.find(body.on, person);
    // What is erased is gone from the conversation, too: this alone is said after it.
    if (erases(wanted.call)) chat.forgetReader(person);
    const message: Message = {
      id: body.requestId,
      place: body.place,
      reply: true,
      at: core.now().epochMilliseconds,
      ...(wanted.asked && { asked: wanted.asked }),
      // A private reply changes in place; a post stays, and is answered beside it.
      ...(tapped?.reply && { id: tapped.id, place: tapped.place, at: tapped.at, asked: tapped.asked }),
      card: showCard(card, tokenOf),
    };
    chat.put(message, person);
    return { message, ...(erases(wanted.call) && { erased: true }) };
  }

  return {
    async answer(body: CallBody, browser: string): Promise<Outcome> {
      try {
        return await answer(body, browser);
      } catch (error) {
        if (error instanceof UserError)
          return Object.keys(error.fields).length > 0 ? { errors: error.fields } : { mistake: error.message };
        throw error;
      }
    },

    /** What could come next in the composer, or what completes one field of a form. */
    async suggest(body: SuggestBody, browser: string): Promise<Completion> {
      const { about } = body;
      const values = (command: string, name: string, text: string) =>
        core.suggest(requestOf(body, browser, { call: rawCall(command), via: 'command' }, 'suggest'), name, text, door);
      if (!('option' in about)) return complete(about.text, core.commands, values);
      const found = await values(about.command, about.option, about.text);
      return { items: found.map(({ label, value }) => ({ label, text: value })), eager: false };
    },
  };
}

import type { Outcome } from '../../../src/doors/playground/answers.ts';
import type { Persona } from '../../../src/doors/playground/people.ts';
import { messageOf, tokenOf, visit } from '../playground/visitor.ts';
import { NotSent, type Seen, type Tester } from './tester.ts';

/** The page takes no more in its field. */
const LONGEST = 4000;

/** Somebody in a browser of their own. */
export async function playgroundTester(url: string, persona: Persona = 'ana'): Promise<Tester> {
  const browser = await visit(url);
  const [visitor, direct] = [browser.as(persona), browser.as(persona, 'direct')];
  const read: string[] = [];

  function seen(outcome: Outcome): Seen {
    if ('form' in outcome) {
      const { form } = outcome;
      return {
        ...{ text: [form.title, ...Object.values(form.values)].join('\n'), buttons: [], form: true },
        tap: () => Promise.reject(new Error('a form has no buttons')),
        async submit(values, file) {
          const bytes = file && Buffer.from(file.content).toString('base64');
          const files = file && bytes !== undefined && { files: { file: { name: file.name, bytes } } };
          return seen(await visitor.give({ form: form.token, values: { ...form.values, ...values }, ...files }));
        },
      };
    }
    if (!('message' in outcome)) {
      const text = 'mistake' in outcome ? outcome.mistake : Object.values(outcome.errors).join('\n');
      const no = () => Promise.reject(new Error('there is nothing to act on'));
      return { text, buttons: [], form: false, tap: no, submit: no };
    }
    const message = messageOf(outcome);
    const text = JSON.stringify(message.card, (key, value) => (['src', 'token'].includes(key) ? undefined : value));
    read.push(text);
    return {
      ...{ text, form: false },
      buttons: message.card.blocks.flatMap(block =>
        block.type === 'buttons' ? block.buttons.flatMap(button => ('token' in button ? [button.label] : [])) : [],
      ),
      tap: async label => seen(await visitor.give({ token: tokenOf(message, label) }, { on: message.id })),
      submit: () => Promise.reject(new Error('there is no form')),
    };
  }

  const tester: Tester = {
    async types(command, options = {}) {
      const words = Object.entries(options).map(([name, value]) => `${name}:"${value.replaceAll('"', '')}"`);
      const text = [`/${command}`, ...words].join(' ');
      if (text.length > LONGEST) throw new NotSent('longer than the page lets anyone type');
      return seen(await visitor.give({ text }));
    },
    async gives(file) {
      const form = await (await tester.types('my-data')).tap('Import a file');
      return form.submit({}, file);
    },
    async writes(text) {
      if (text.length > LONGEST) throw new NotSent('longer than the page lets anyone type');
      return seen(await direct.give({ text }));
    },
    async completes(command, option, text) {
      const { items } = await visitor.suggest({ text: `/${command} ${option}:${text}` });
      return items.map(({ label }) => label);
    },
    reads: () => read.join('\n'),
  };
  return tester;
}

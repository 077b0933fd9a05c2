import type { Discord, Message, Person } from '../../standins/discord/index.ts';
import { PLACEHOLDER } from '../../support/placeholder.ts';
import { clientSends, type Seen, type Tester } from './tester.ts';

type Guild = ReturnType<Discord['addGuild']>;
type Interaction = Awaited<ReturnType<Person['command']>>;

/** Somebody at their Discord client, in a channel of a guild. */
export function discordTester(discord: Discord, person: Person, guild: Guild, channel: string): Tester {
  async function seen(sent: Interaction): Promise<Seen> {
    const what = await sent.shown;
    if ('failure' in what) throw new Error(`${person.name} was shown: ${what.failure}`);
    if ('modal' in what) {
      const { modal } = what;
      return {
        ...{ text: discord.text(modal), buttons: [], form: true },
        tap: () => Promise.reject(new Error('a form has no buttons')),
        submit: async values => seen(await clientSends(() => person.submit(modal, values))),
      };
    }
    if (!('message' in what)) throw new Error('neither a message nor a form');
    await discord.until(() => !PLACEHOLDER.test(discord.text(what.message)));
    return shown(sent.original ?? what.message);
  }

  const shown = (message: Message): Seen => ({
    ...{ text: discord.text(message), buttons: discord.buttons(message), form: false },
    tap: async label => seen(await clientSends(() => person.click(message, label))),
    submit: () => Promise.reject(new Error('there is no form')),
  });

  return {
    async types(command, options = {}) {
      return seen(
        await clientSends(() => person.command({ guild, channel, name: command, options: typed(command, options) })),
      );
    },
    gives: async file =>
      seen(await clientSends(() => person.command({ guild, channel, name: 'my-data', options: { file } }))),
    async writes(text) {
      const before = person.dms().length;
      person.write(text);
      await discord.until(() => person.dms().length > before);
      const last = person.dms().at(-1);
      if (!last) throw new Error('nothing was written back');
      return shown(last);
    },
    async completes(command, option, text) {
      const asked = { guild, channel, name: command, options: { [option]: text } };
      const sent = await clientSends(() => person.autocomplete(asked, option));
      return (await sent.choices()).map(({ name }) => name);
    },
    reads: () => {
      const here = guild.channels[channel];
      return [...(here ? person.sees(here) : []), ...person.dms()].map(message => discord.text(message)).join('\n');
    },
  };

  /** Numbers and choices as the client sends them. */
  function typed(command: string, options: Record<string, string>) {
    const declared = discord.commands.find(({ name }) => name === command)?.options ?? [];
    return Object.fromEntries(
      Object.entries(options).map(([name, value]) => {
        const kind = declared.find(option => option.name === name)?.type;
        return [name, kind === 4 || kind === 10 ? Number(value) : kind === 5 ? value === 'yes' : value];
      }),
    );
  }
}

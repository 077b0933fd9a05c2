import { describe, expect, test } from 'vitest';
import { commands } from '../../../src/commands/index.ts';
import { typedLine } from '../../../src/core/commands/direct.ts';
import {
  escapeText,
  messageWords,
  plainWords,
  readCommand,
  typedAs,
  withoutPrefix,
} from '../../../src/doors/slack/text.ts';

const asking = { now: Temporal.Instant.from('2026-10-14T17:00:00Z'), zone: 'UTC' };
const core = {
  find: (name: string) => commands.find(command => command.name === name),
  typed: (name: string, words: string) => typedLine(name, words, commands, asking),
};
const read = (command: string, text = '', prefix = '') => readCommand(command, text, { prefix, core });

describe('what was typed', () => {
  test('comes without entities and curly quotes', () => {
    expect(plainWords('“R &amp; R” &lt;b&gt; O’Neill')).toBe('"R & R" <b> O\'Neill');
    expect(plainWords('&amp;lt;')).toBe('&lt;');
  });

  test('in a message comes without the brackets of links and mentions', () => {
    expect(messageWords('see <https://a.example|the page>, <@U1> &amp; <https://b.example> ')).toBe(
      'see the page, @U1 & https://b.example',
    );
  });

  test('goes back with what Slack would read as a mention escaped', () => {
    expect(escapeText('<!channel> & <@U1>')).toBe('&lt;!channel&gt; &amp; &lt;@U1&gt;');
  });
});

describe('a command', () => {
  test('is its name and its options', () => {
    expect(read('/log', 'Dr. Patel they:good when=“last Tue”')).toEqual({
      command: 'log',
      options: { who: 'Dr. Patel', they: 'good', when: 'last Tue' },
    });
  });

  test('is reached from the first as well', () => {
    expect(read('/backchannel', 'log Dr. Patel they:good')).toEqual(read('/log', 'Dr. Patel they:good'));
    expect(read('/backchannel', 'History')).toEqual({ command: 'history', options: {} });
    expect(read('/backchannel', ' ')).toEqual({ command: 'backchannel', options: {} });
  });

  test('is reached by the configured prefix', () => {
    expect(read('/bc-log', 'Kim', 'bc-')).toEqual({ command: 'log', options: { who: 'Kim' } });
    expect(typedAs('log', 'bc-')).toBe('/bc-log');
    expect(typedAs('history', 'bc-')).toBe('/bc-backchannel history');
    expect(typedAs('history', '')).toBe('/backchannel history');
  });

  test('help lists what there is, in any case', () => {
    expect(read('/backchannel', 'HELP')).toEqual({ command: 'backchannel', options: { help: 'commands' } });
  });

  test.each(['histroy', 'show'])('%s after the first is no command, and is left for the core to say so', word => {
    expect(read('/backchannel', word)).toEqual({ command: 'unknown', options: { name: word } });
  });

  test('that is not known is left for the core to say so, with the words after it', () => {
    expect(read('/lgo', 'x')).toEqual({ command: 'unknown', options: { name: 'lgo' }, unplaced: 'x' });
  });

  test('any other words after the first are read as those of a direct message', () => {
    expect(read('/backchannel', 'Dr. Patel they:good')).toEqual({
      command: 'log',
      options: { who: 'Dr. Patel', they: 'good' },
      form: true,
    });
    expect(read('/backchannel', 'remind me to call Mercy').command).toBe('reminders');
  });

  test('that was pasted is known without the prefix of the workspace', () => {
    expect(withoutPrefix('/bc-log Kim', 'bc-')).toBe('/log Kim');
    expect(withoutPrefix('/log Kim', '')).toBe('/log Kim');
  });

  test('takes a channel by its id alone', () => {
    expect(read('/setup', 'channel:&lt;#C012AB3CD|tips&gt;').options).toEqual({ channel: 'C012AB3CD' });
    expect(read('/setup', 'channel:C012AB3CD').options).toEqual({ channel: 'C012AB3CD' });
    expect(() => read('/setup', 'channel:#tips')).toThrow('Pick the channel "#tips" from the list');
  });
});

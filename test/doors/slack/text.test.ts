import { describe, expect, test } from 'vitest';
import { commands } from '../../../src/commands/index.ts';
import { escapeText, messageWords, plainWords, readCommand, typedAs } from '../../../src/doors/slack/text.ts';

const find = (name: string) => commands.find(command => command.name === name);
const read = (command: string, text = '', prefix = '') => readCommand(command, text, { prefix, find });

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

  test.each(['histroy', 'show', 'Dr. Patel they:good'])('%s after the first is no command', words => {
    expect(() => read('/backchannel', words)).toThrow(/There is no command "\S+"\. \/backchannel help/);
  });

  test('that is not known is left for the core to say so', () => {
    expect(read('/lgo', 'x')).toEqual({ command: 'lgo', options: {} });
  });

  test('takes a channel by its id alone', () => {
    expect(read('/setup', 'channel:&lt;#C012AB3CD|tips&gt;').options).toEqual({ channel: 'C012AB3CD' });
    expect(read('/setup', 'channel:C012AB3CD').options).toEqual({ channel: 'C012AB3CD' });
    expect(() => read('/setup', 'channel:#tips')).toThrow('Pick the channel "#tips" from the list');
  });
});

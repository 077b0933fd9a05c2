import type { types } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type SlackWithBolt, slackWithBolt, type Way } from './slackBolt.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const button = (label: string, actionId: string) => ({
  type: 'button' as const,
  text: plain(label),
  action_id: actionId,
  value: actionId,
});
const form = (title: string): types.ModalView => ({
  type: 'modal',
  callback_id: 'form',
  private_metadata: 'kept',
  title: plain(title),
  submit: plain('Save'),
  blocks: [
    { type: 'input', block_id: 'who', label: plain('Who'), element: { type: 'plain_text_input', action_id: 'value' } },
    {
      type: 'input',
      block_id: 'tone',
      label: plain('Tone'),
      optional: true,
      element: {
        type: 'static_select',
        action_id: 'value',
        options: ['good', 'bad'].map(value => ({ text: plain(value.toUpperCase()), value })),
      },
    },
  ],
});

describe.each<Way>(['Socket Mode', 'signed HTTP'])('A Bolt app over %s', way => {
  let rig: SlackWithBolt;
  beforeEach(async () => {
    rig = await slackWithBolt(way, { deadlineMs: 400 });
  });
  afterEach(() => rig.close());

  test('acknowledges a command, whose text arrives escaped, and answers it in private', async () => {
    const { slack, app } = rig;
    const [ana, ben] = [slack.addUser({ name: 'Ana' }), slack.addUser({ name: 'Ben' })];
    const general = slack.addChannel({ name: 'general' });
    app.command('/log', async ({ ack, command, respond }) => {
      await ack();
      await respond({ text: `${command.user_name} in ${command.channel_name}: ${command.text}` });
    });
    const reply = ana.command('/log', 'A & B <c>', { channel: general });
    expect(await reply.ack).toMatchObject({ ok: true });
    const message = await reply.message();
    expect(message).toMatchObject({ text: 'ana in general: A &amp; B &lt;c&gt;', ephemeralFor: ana.id });
    expect(ana.sees(general)).toEqual([message]);
    expect(ben.sees(general)).toEqual([]);
    expect(() => ben.click(message, 'anything')).toThrow('does not see');
  });

  test('may answer in the acknowledgement itself, for all to see', async () => {
    const { slack, app } = rig;
    const [ana, ben] = [slack.addUser({ name: 'Ana' }), slack.addUser({ name: 'Ben' })];
    const general = slack.addChannel({ name: 'general' });
    app.command('/log', ({ ack }) => ack({ response_type: 'in_channel', text: 'hello' }));
    const message = await ana.command('/log', '', { channel: general }).message();
    expect(ben.sees(general)).toEqual([message]);
  });

  test('that does not acknowledge leaves the user with a failure', async () => {
    const { slack, app } = rig;
    const ana = slack.addUser({ name: 'Ana' });
    app.command('/slow', async () => {});
    expect(await ana.command('/slow').ack).toMatchObject({ ok: false, error: 'operation_timeout' });
    expect(ana.sees(ana.dm)).toEqual([]);
  });

  test('takes a form through errors, a second page and the end', async () => {
    const { slack, app } = rig;
    const ana = slack.addUser({ name: 'Ana' });
    const seen: unknown[] = [];
    app.command('/log', async ({ ack, command, client }) => {
      await ack();
      await client.views.open({ trigger_id: command.trigger_id, view: form('First') });
    });
    app.view('form', async ({ ack, view }) => {
      seen.push(view.state.values, view.private_metadata);
      const who = view.state.values.who?.value?.value;
      if (who === 'nobody') return ack({ response_action: 'errors', errors: { who: 'Who was it?' } });
      if (view.title.text === 'First') return ack({ response_action: 'update', view: form('Second') });
      return ack();
    });
    const modal = await ana.command('/log').modal();
    expect(await ana.submit(modal)).toEqual({ errors: { who: 'Please complete this required field.' } });
    expect(seen).toEqual([]);
    expect((await ana.submit(modal, { who: 'nobody', tone: 'GOOD' })).errors).toEqual({ who: 'Who was it?' });
    expect(seen).toEqual([
      {
        who: { value: { type: 'plain_text_input', value: 'nobody' } },
        tone: { value: { type: 'static_select', selected_option: { text: plain('GOOD'), value: 'good' } } },
      },
      'kept',
    ]);
    const { updated } = await ana.submit(modal, { who: 'Dr. Patel' });
    expect(updated).toBe(modal);
    expect(modal.title).toBe('Second');
    expect((await ana.submit(modal)).closed).toBe(true);
    expect(ana.modals()).toEqual([]);
    await expect(ana.submit(modal)).rejects.toThrow('not in front');
  });

  test('replaces and deletes the message of a pressed button', async () => {
    const { slack, app } = rig;
    const ana = slack.addUser({ name: 'Ana' });
    const blocks = (label: string) => [{ type: 'actions' as const, elements: [button(label, label.toLowerCase())] }];
    const bodies: unknown[] = [];
    app.command('/log', ({ ack }) => ack({ text: 'Sure?', blocks: blocks('Undo') }));
    app.action('undo', async ({ ack, body, respond }) => {
      bodies.push(body);
      await ack();
      await respond({ replace_original: true, text: 'Undone', blocks: blocks('Hide') });
    });
    app.action('hide', async ({ ack, respond }) => {
      await ack();
      await respond({ delete_original: true });
    });
    const message = await ana.command('/log').message();
    expect(await ana.click(message, 'Undo').message()).toBe(message);
    expect(message).toMatchObject({ text: 'Undone', edited: true, ephemeralFor: ana.id });
    expect(bodies).toMatchObject([
      { container: { is_ephemeral: true, message_ts: message.ts }, actions: [{ value: 'undo', type: 'button' }] },
    ]);
    expect(bodies[0]).not.toHaveProperty('message');
    expect(() => ana.click(message, 'Undo')).toThrow('Nothing called "Undo" here; there are: Hide (hide)');
    ana.click(message, 'hide');
    await slack.until(() => message.deleted, 'the message to go');
    expect(ana.sees(ana.dm)).toEqual([]);
  });

  test('hears direct messages, the Home tab and global shortcuts', async () => {
    const { slack, app } = rig;
    const ana = slack.addUser({ name: 'Ana' });
    app.message(async ({ message, say }) => {
      if (message.subtype === undefined) await say(`you said ${message.text}`);
    });
    app.event('app_home_opened', async ({ event, client }) => {
      const section = { type: 'section' as const, text: plain('Week 3') };
      await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: [section] } });
    });
    app.shortcut('log', async ({ ack, shortcut, client }) => {
      await ack();
      await client.views.open({ trigger_id: shortcut.trigger_id, view: form('Quick') });
    });
    expect((await ana.says('R & R').message()).text).toBe('you said R &amp; R');
    expect(ana.dms()).toHaveLength(1);
    ana.opensHome();
    const home = await slack.until(() => ana.home(), 'the Home tab');
    expect(slack.text(home)).toBe('Week 3');
    expect((await ana.shortcut('log').modal()).title).toBe('Quick');
  });

  test('a message shortcut brings the message and its place, but none at what one person alone sees', async () => {
    const { slack, app } = rig;
    const [ana, ben] = [slack.addUser({ name: 'Ana' }), slack.addUser({ name: 'Ben' })];
    const general = slack.addChannel({ name: 'general' });
    const heard: unknown[] = [];
    app.shortcut({ type: 'message_action', callback_id: 'keep' }, async ({ ack, shortcut, client }) => {
      await ack();
      heard.push(shortcut);
      await client.views.open({ trigger_id: shortcut.trigger_id, view: form('Keep') });
    });
    app.command('/log', async ({ ack }) => ack('Done'));
    const said = ben.posts(general, 'hello');
    expect((await ana.shortcutOn(said, 'keep').modal()).title).toBe('Keep');
    expect(heard).toMatchObject([
      {
        ...{ type: 'message_action', callback_id: 'keep', message_ts: said.ts, user: { id: ana.id } },
        ...{ channel: { id: general.id, name: 'general' }, message: { text: 'hello', user: ben.id, ts: said.ts } },
        ...{ team: { domain: slack.team.domain }, response_url: expect.stringContaining('http') },
      },
    ]);
    const own = await ana.command('/log').message();
    expect(() => ana.shortcutOn(own, 'keep')).toThrow('no shortcuts at an ephemeral message');
    const closed = slack.addChannel({ name: 'closed', isPrivate: true, members: [ben] });
    expect(() => ana.shortcutOn(ben.posts(closed, 'psst'), 'keep')).toThrow('does not see this message');
  });

  test('suggests options while a user types, and gets the one they took', async () => {
    const { slack, app } = rig;
    const ana = slack.addUser({ name: 'Ana' });
    const asked: string[] = [];
    const picked: unknown[] = [];
    const element = { type: 'external_select' as const, action_id: 'person', min_query_length: 2 };
    const view: types.ModalView = {
      ...form('Who'),
      blocks: [{ type: 'input', block_id: 'who', label: plain('Who'), element }],
    };
    app.command('/log', async ({ ack, command, client }) => {
      await ack();
      await client.views.open({ trigger_id: command.trigger_id, view });
    });
    app.options('person', async ({ ack, payload }) => {
      asked.push(payload.value);
      await ack({ options: [{ text: plain(`Add "${payload.value}"`), value: `add:${payload.value}` }] });
    });
    app.view('form', async ({ ack, view }) => {
      picked.push(view.state.values.who?.person?.selected_option?.value);
      await ack({ response_action: 'clear' });
    });
    const modal = await ana.command('/log').modal();
    expect(await ana.suggest(modal, 'person', 'P')).toEqual([]);
    const [option] = await ana.suggest(modal, 'person', 'Pat');
    expect(option?.text.text).toBe('Add "Pat"');
    expect(asked).toEqual(['Pat']);
    expect((await ana.submit(modal, { who: 'Pat' })).closed).toBe(true);
    expect(picked).toEqual(['add:Pat']);
  });
});

describe('A form', () => {
  let rig: SlackWithBolt;
  beforeEach(async () => {
    rig = await slackWithBolt('Socket Mode');
  });
  afterEach(() => rig.close());

  const options = ['one', 'two', 'three'].map(value => ({ text: plain(value.toUpperCase()), value }));
  const input = (blockId: string, element: types.InputBlock['element']): types.InputBlock => ({
    type: 'input',
    block_id: blockId,
    label: plain(blockId),
    optional: true,
    element,
  });
  const everything: types.ModalView = {
    ...form('Everything'),
    notify_on_close: true,
    blocks: [
      input('day', { type: 'datepicker', initial_date: '2026-11-01' }),
      input('count', { type: 'number_input', is_decimal_allowed: false, min_value: '1', max_value: '9' }),
      input('several', { type: 'multi_static_select', options }),
      input('ticks', { type: 'checkboxes', options, initial_options: options.slice(0, 1) }),
      input('radio', { type: 'radio_buttons', options }),
      input('channel', { type: 'channels_select' }),
      { type: 'actions', block_id: 'more', elements: [{ type: 'static_select', action_id: 'zone', options }] },
    ],
  };

  test('carries every kind of field, what it starts with and what was picked on the way', async () => {
    const { slack, app } = rig;
    const ana = slack.addUser({ name: 'Ana' });
    const tips = slack.addChannel({ name: 'tips' });
    const states: unknown[] = [];
    app.shortcut('form', async ({ ack, shortcut, client }) => {
      await ack();
      await client.views.open({ trigger_id: shortcut.trigger_id, view: everything });
    });
    app.action('zone', ({ ack }) => ack());
    app.view('form', async ({ ack, view }) => {
      states.push(
        Object.fromEntries(Object.entries(view.state.values).map(([id, fields]) => [id, Object.values(fields)[0]])),
      );
      await ack();
    });
    const modal = await ana.shortcut('form').modal();
    expect((await ana.submit(modal, { count: 10 })).errors).toEqual({ count: 'Must be at most 9.' });
    await expect(ana.submit(modal, { radio: 'four' })).rejects.toThrow(
      '"four" is not offered; there are: ONE | TWO | THREE',
    );
    expect(await (await ana.choose(modal, 'zone', 'TWO')).ack).toMatchObject({ ok: true });
    await ana.submit(modal, { count: 3, several: ['one', 'THREE'], radio: 'two', channel: tips.id });
    expect(states).toEqual([
      {
        day: { type: 'datepicker', selected_date: '2026-11-01' },
        count: { type: 'number_input', value: '3' },
        several: { type: 'multi_static_select', selected_options: [options[0], options[2]] },
        ticks: { type: 'checkboxes', selected_options: [options[0]] },
        radio: { type: 'radio_buttons', selected_option: options[1] },
        channel: { type: 'channels_select', selected_channel: tips.id },
        more: { type: 'static_select', selected_option: options[1] },
      },
    ]);
  });

  test('tells the app when it is closed, if the app asked', async () => {
    const { slack, app } = rig;
    const ana = slack.addUser({ name: 'Ana' });
    const closed = Promise.withResolvers<string>();
    app.shortcut('form', async ({ ack, shortcut, client }) => {
      await ack();
      await client.views.open({ trigger_id: shortcut.trigger_id, view: everything });
    });
    app.view({ callback_id: 'form', type: 'view_closed' }, async ({ ack, view }) => {
      await ack();
      closed.resolve(view.id);
    });
    const modal = await ana.shortcut('form').modal();
    ana.close(modal);
    expect(await closed.promise).toBe(modal.id);
    expect(ana.modals()).toEqual([]);
  });
});

test('What a person could not do in Slack, the stand-in does not let them do', async () => {
  const { slack, close } = await slackWithBolt('Socket Mode');
  const [ana, ben] = [slack.addUser({ name: 'Ana' }), slack.addUser({ name: 'Ben' })];
  const aside = slack.addChannel({ name: 'aside', isPrivate: true, members: [ana] });
  expect(() => ben.command('/log', '', { channel: aside })).toThrow('Ben is not in #aside');
  expect(() => ana.command('/remind', 'me')).toThrow('Slack keeps /remind for itself');
  slack.deactivate(ben);
  expect(() => ben.command('/log')).toThrow('deactivated');
  await close();
});

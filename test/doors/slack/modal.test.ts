import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Form } from '../../../src/core/commands/command.ts';
import { option, optionSpecs } from '../../../src/core/commands/options.ts';
import { formView, readPickers, readSubmission } from '../../../src/doors/slack/modal.ts';
import { type ModalState, readModalState, writeModalState } from '../../../src/doors/slack/modalState.ts';
import { readView } from '../../standins/slack/views.ts';
import { World } from '../../standins/slack/world.ts';

type Submission = Parameters<typeof readSubmission>[0];

const words = (label: string) => ({ label, description: `${label} described` });
const fields = optionSpecs(
  z.strictObject({
    who: option.person({ ...words('Who'), suggests: true, hint: 'Dr. Patel' }),
    place: option.place(words('Place')).optional(),
    file: option.file(words('File')).optional(),
    they: option.choice(words('They'), { good: { label: 'Good things' }, bad: { label: 'Bad things' } }),
    sentence: option.longText(words('Sentence')).optional(),
    hour: option.integer(words('Hour'), 0, 23).optional(),
    pause: option.boolean(words('Pause')).optional(),
    channel: option.channel(words('Channel')).optional(),
    when: option.date({ ...words('When'), hint: 'today' }, 'back').optional(),
    zone: option.zone(words('Zone')).optional(),
  }),
);
const form = (values: Form['values']): Form => ({
  command: 'log',
  title: 'A title of over twenty-four letters',
  submit: 'Log it',
  fields,
  values,
  rest: { command: 'log', options: {} },
});
const initialsOf = (values: Form['values']) =>
  formView(form(values), '{}').blocks.flatMap(block =>
    'element' in block ? Object.entries(block.element).filter(([name]) => name.startsWith('initial')) : [],
  );

describe('a form', () => {
  test('is a modal with a block a field', () => {
    const view = formView(
      form({ who: 'Dr. Patel', they: 'GOOD THINGS', hour: '9', pause: 'no', channel: 'C012' }),
      '{}',
    );
    expect(view).toMatchSnapshot();
    // A day can be picked in the row below its words.
    expect(readView(view, 'modal', new World({})).blocks).toHaveLength(fields.length + 1);
  });

  test('starts with what fits each field, and without what does not', () => {
    const fitting = initialsOf({ sentence: 'x'.repeat(2000), when: 'next Thrusday' });
    expect(fitting).toEqual([
      ['initial_value', `${'x'.repeat(999)}…`],
      ['initial_value', 'next Thrusday'],
    ]);
    expect(initialsOf({ they: 'great', hour: 'nine', pause: 'perhaps', channel: '#tips' })).toEqual([]);
  });

  test('gives back what was picked beside the words of a day', () => {
    const state = (day: string | null): Submission['state'] => ({
      values: {
        when: { value: { type: 'plain_text_input', value: null } },
        'pick:when': { day: { type: 'datepicker', selected_date: day } },
      },
    });
    expect(readPickers({ state: state('2026-11-03') })).toEqual({ when: { day: '2026-11-03' } });
    expect(readPickers({ state: state(null) })).toEqual({});
    expect(readSubmission({ state: state('2026-11-03') })).toEqual({});
  });

  test('comes back as options, without what was left empty', () => {
    const state: Submission['state'] = {
      values: {
        who: { value: { type: 'plain_text_input', value: 'Kim' } },
        sentence: { value: { type: 'plain_text_input', value: null } },
        they: {
          value: {
            type: 'static_select',
            selected_option: { text: { type: 'plain_text', text: 'Good' }, value: 'good' },
          },
        },
        role: { value: { type: 'static_select', selected_option: null } },
        channel: { value: { type: 'conversations_select', selected_conversation: 'C012' } },
      },
    };
    expect(readSubmission({ state })).toEqual({
      who: 'Kim',
      they: 'good',
      channel: 'C012',
    });
  });
});

describe('several choices', () => {
  const about = option.choices(words('About'), { fit: { label: 'Team fit' }, sense: { label: 'Clinical sense' } });
  const view = (values: Form['values']) =>
    formView({ ...form(values), fields: optionSpecs(z.strictObject({ about: about.optional() })) }, '{}');
  const elementOf = (values: Form['values']) =>
    view(values).blocks.flatMap(block => ('element' in block ? [block.element] : []))[0];

  test('are a menu that takes several, with what is known already', () => {
    expect(elementOf({ about: 'fit' })).toMatchObject({
      type: 'multi_static_select',
      initial_options: [{ value: 'fit', text: { text: 'Team fit' } }],
    });
    expect(elementOf({})).not.toHaveProperty('initial_options');
    expect(readView(view({ about: 'fit,sense' }), 'modal', new World({})).blocks).toHaveLength(1);
  });

  test('come back with commas, and none of them as nothing', () => {
    const submitted = (...values: string[]) => {
      const selected_options = values.map(value => ({ text: { type: 'plain_text' as const, text: value }, value }));
      return readSubmission({
        state: { values: { about: { value: { type: 'multi_static_select', selected_options } } } },
      });
    };
    expect(submitted('fit', 'sense')).toEqual({ about: 'fit,sense' });
    expect(submitted()).toEqual({});
  });
});

describe('what a modal remembers', () => {
  const reply = { url: 'https://hooks.slack.com/x', replace: true, user: 'U012', at: Date.now() };
  const state: ModalState = { rest: 'log?next=bucket', channel: 'C012', reply };

  test('comes back with the submission', () => {
    expect(readModalState(writeModalState(state))).toEqual(state);
  });

  test('forgets where to reply after half an hour', () => {
    const old = { ...state, reply: { ...reply, at: Date.now() - 30 * 60_000 } };
    expect(readModalState(writeModalState(old)).reply).toBeUndefined();
  });
});

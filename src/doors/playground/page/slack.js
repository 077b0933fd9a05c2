/** Slack's Block Kit as Slack shows it. `h` makes an element; what is not known here throws, so that it is not forgotten. */
export function drawSlack({ blocks }, h, tap) {
  return h('div', { className: 'as-slack' }, ...blocks.map(block => drawn(BLOCKS, block, h, tap)));
}

function drawn(kinds, one, h, tap) {
  const draw = kinds[one.type];
  if (!draw) throw new Error(`Nothing here draws Slack’s ${one.type}`);
  return draw(one, h, tap);
}
const all = (kinds, many, h, tap) => many.map(one => drawn(kinds, one, h, tap));

const BLOCKS = {
  header: ({ text }, h) => h('h3', { className: 'title', tabIndex: -1 }, text.text),
  divider: (_, h) => h('hr', {}),
  context: ({ elements }, h) => h('p', { className: 'slack-context' }, ...all(TEXTS, elements, h)),
  section: ({ text }, h) => h('p', {}, drawn(TEXTS, text, h)),
  rich_text: ({ elements }, h) => h('div', { className: 'slack-rich' }, ...all(RICH, elements, h)),
  actions: ({ elements }, h, tap) => h('div', { className: 'slack-actions' }, ...all(ELEMENTS, elements, h, tap)),
};

const TEXTS = { plain_text: ({ text }, h) => h('span', {}, text) };

const RICH = {
  text: ({ text, style }, h) => h(style?.bold ? 'strong' : 'span', {}, text),
  rich_text_section: ({ elements }, h) => h('p', {}, ...all(RICH, elements, h)),
  rich_text_quote: ({ elements }, h) => h('blockquote', {}, ...all(RICH, elements, h)),
  rich_text_preformatted: ({ elements }, h) => h('pre', { tabIndex: 0 }, ...all(RICH, elements, h)),
  rich_text_list: ({ style, elements }, h) =>
    h(style === 'ordered' ? 'ol' : 'ul', {}, ...elements.map(item => h('li', {}, ...all(RICH, item.elements, h)))),
};

const ELEMENTS = {
  button: ({ text, url, action_id: token, style }, h, tap) =>
    url
      ? h('a', { className: 'slack-button', href: url, target: '_blank', rel: 'noopener noreferrer' }, text.text)
      : h(
          'button',
          {
            type: 'button',
            className: `slack-button ${style === 'primary' ? 'slack-primary' : ''}`,
            onclick: () => tap({ token }),
          },
          text.text,
        ),
  static_select: ({ placeholder, options, action_id: token }, h, tap) =>
    h(
      'details',
      { className: 'slack-select' },
      h('summary', {}, placeholder.text),
      h(
        'ul',
        {},
        ...options.map(({ text, description, value }) =>
          h(
            'li',
            {},
            h(
              'button',
              { type: 'button', onclick: () => tap({ token, choice: value }) },
              text.text,
              description && h('small', {}, description.text),
            ),
          ),
        ),
      ),
    ),
};

/** What a modal's inputs are filled in by, in words that the dialog has for its fields. */
const INPUTS = {
  plain_text_input: {},
  number_input: {},
  file_input: {},
  conversations_select: {},
  external_select: {},
  static_select: { menu: true },
  multi_static_select: {},
};

/** A form's fields as Slack's modal has them: its labels, hints and placeholders. */
export function slackForm(form, { title, submit, blocks }) {
  const inputs = blocks.filter(({ type }) => type === 'input');
  return {
    ...form,
    title: title.text,
    submit: submit.text,
    fields: form.fields.map((field, index) => {
      const { label, hint, element } = inputs[index];
      if (!INPUTS[element.type]) throw new Error(`Nothing here draws Slack’s ${element.type}`);
      return {
        ...field,
        ...INPUTS[element.type],
        label: label.text,
        description: hint?.text ?? label.text,
        hint: element.placeholder?.text,
      };
    }),
  };
}

/**
 * Discord's Components V2 as Discord shows them. `h` makes an element; what is not known here throws. `now`: when it is
 * read, in milliseconds, for what Discord counts from then.
 */
export function drawDiscord({ components }, h, tap, { srcOf = () => '', now = Date.now() } = {}) {
  return h('div', { className: 'as-discord' }, ...all(components, h, { tap, srcOf, now }));
}

function drawn(one, h, surroundings) {
  const draw = COMPONENTS[one.type];
  if (!draw) throw new Error(`Nothing here draws Discord’s component ${one.type}`);
  return draw(one, h, surroundings);
}
const all = (many, h, surroundings) => many.map(one => drawn(one, h, surroundings));
const nameOf = url => url.replace('attachment://', '');

/** By Discord's own numbers. */
const COMPONENTS = {
  1: ({ components }, h, on) => h('div', { className: 'discord-row' }, ...all(components, h, on)),
  2: ({ label, style, url, custom_id: token }, h, { tap }) =>
    url
      ? h('a', { className: 'discord-button', href: url, target: '_blank', rel: 'noopener noreferrer' }, `${label} ↗`)
      : h(
          'button',
          {
            type: 'button',
            className: `discord-button ${style === 1 ? 'discord-primary' : ''}`,
            onclick: () => tap({ token }),
          },
          label,
        ),
  3: ({ placeholder, options, custom_id: token }, h, { tap }) =>
    h(
      'details',
      { className: 'discord-select' },
      h('summary', {}, placeholder),
      h(
        'ul',
        {},
        ...options.map(({ label, description, value }) =>
          h(
            'li',
            {},
            h(
              'button',
              { type: 'button', onclick: () => tap({ token, choice: value }) },
              label,
              description && h('small', {}, description),
            ),
          ),
        ),
      ),
    ),
  10: ({ content }, h, { now }) => h('div', { className: 'discord-text' }, ...markdown(content, h, now)),
  12: ({ items }, h, { srcOf }) =>
    h(
      'div',
      {},
      ...items.map(({ media, description }) => h('img', { src: srcOf(nameOf(media.url)), alt: description })),
    ),
  13: ({ file }, h, { srcOf }) =>
    h(
      'a',
      { className: 'discord-file', href: srcOf(nameOf(file.url)), download: nameOf(file.url) },
      `📄 ${nameOf(file.url)}`,
    ),
  14: (_, h) => h('hr', {}),
  17: ({ accent_color: accent, components }, h, on) =>
    h(
      'div',
      { className: 'discord-container', 'data-accent': `#${accent.toString(16).padStart(6, '0')}` },
      ...all(components, h, on),
    ),
};

const LINES = [
  [/^### /, 'h3', { className: 'title', tabIndex: -1 }],
  [/^-# /, 'small', {}],
  [/^> /, 'blockquote', {}],
  [/^- /, 'li', {}],
  [/^\d+\. /, 'li', { className: 'numbered' }],
];

/** The part of Discord's Markdown that a card comes as: a block of code, or lines with a mark at their beginning. */
function markdown(content, h, now) {
  const [, code] = /^```\n([\s\S]*)\n```$/.exec(content) ?? [];
  if (code !== undefined) return [h('pre', { tabIndex: 0 }, code)];
  const nodes = [];
  let items = [];
  const endList = () => {
    if (items.length > 0) nodes.push(h('ul', {}, ...items));
    items = [];
  };
  for (const line of content.split('\n')) {
    const [mark, tag, props] = LINES.find(([start]) => start.test(line)) ?? [/^/, 'p', {}];
    const number = tag === 'li' && /^\d+/.exec(line)?.[0];
    const node = h(
      tag,
      { ...props, ...(number && { 'data-number': number }) },
      ...inline(line.replace(mark, ''), h, now),
    );
    if (tag === 'li') items.push(node);
    else {
      endList();
      nodes.push(node);
    }
  }
  endList();
  return nodes;
}

/** Bold, moments on the reader's own clock, and what is escaped as it is. */
function inline(text, h, now) {
  const parts = [''];
  for (const [piece, seconds, style] of text.matchAll(/\\[\s\S]|\*\*|<t:(\d{1,12}):([FR])>|[\s\S]/g)) {
    if (piece === '**') parts.push('');
    else if (seconds) parts[parts.length - 1] += MOMENTS[style](Number(seconds) * 1000, now);
    else parts[parts.length - 1] += piece.length > 1 && piece[0] === '\\' ? piece.slice(1) : piece;
  }
  return parts.map((part, index) => (index % 2 === 1 ? h('strong', {}, part) : part));
}

const fullMoment = new Intl.DateTimeFormat('en-US', { dateStyle: 'full', timeStyle: 'short' });
const relative = new Intl.RelativeTimeFormat('en-US');
/** Units that Discord counts in, the longest first, each in milliseconds. */
const UNITS = {
  year: 31_557_600_000,
  month: 2_629_800_000,
  day: 86_400_000,
  hour: 3_600_000,
  minute: 60_000,
  second: 1000,
};
const MOMENTS = {
  F: at => fullMoment.format(at),
  R(at, now) {
    const [unit, length] = Object.entries(UNITS).find(([, each]) => Math.abs(at - now) >= each) ?? ['second', 1000];
    return relative.format(Math.round((at - now) / length), unit);
  },
};

/** What a label of a modal may hold: menus, of roles and channels too, text, a file, radio buttons, boxes to tick. */
const INPUTS = { 3: { menu: true }, 4: {}, 6: { menu: true }, 8: { menu: true }, 19: {}, 21: {}, 22: {} };

/** A form's fields as Discord's modal has them: its labels, descriptions and placeholders. */
export function discordForm(form, { title, components }) {
  return {
    ...form,
    title,
    submit: 'Submit',
    fields: form.fields.map((field, index) => {
      const { type, label, description, component } = components[index];
      if (type !== 18 || !INPUTS[component.type])
        throw new Error(`Nothing here draws Discord’s component ${component?.type ?? type}`);
      return {
        ...field,
        ...INPUTS[component.type],
        label,
        description: description ?? label,
        hint: component.placeholder,
      };
    }),
  };
}

import { getLooks } from './api.js';
import { discordForm, drawDiscord } from './discord.js';
import { $, $$, el } from './dom.js';
import { drawSlack, slackForm } from './slack.js';

const NAMES = { slack: 'Slack', discord: 'Discord' };
const KINDS = ['plain', 'slack', 'discord', 'both'];
let look = 'plain';

export const currentLook = () => look;
/** The platforms whose look is wanted. */
const wanted = () => (look === 'both' ? ['slack', 'discord'] : look === 'plain' ? [] : [look]);

/** Lets a visitor choose how messages look; `changed` is told. */
export function startLooks(first, changed) {
  if (KINDS.includes(first)) look = first;
  for (const input of $$('#looks input')) {
    input.checked = input.value === look;
    input.addEventListener('change', () => {
      look = input.value;
      changed();
    });
  }
}

/** Draws a message's card anew, from what each platform would be sent. */
export async function dress(node, message, persona, tap) {
  const platforms = wanted();
  if (platforms.length === 0) return;
  node.classList.add('dressing');
  const looks = await getLooks(persona, message.id).catch(() => undefined);
  node.classList.remove('dressing');
  if (!looks) return;
  const srcOf = name => message.card.blocks.find(block => block.name === name)?.src;
  const draw = {
    slack: payload => drawSlack(payload, el, tap),
    discord: payload => accented(drawDiscord(payload, el, tap, { srcOf, now: message.at })),
  };
  node.classList.add('dressed');
  $('.card', node).replaceChildren(
    ...platforms.map(platform => {
      const { payload, shaped } = looks[platform];
      return el(
        'div',
        { className: 'look', role: 'group', 'aria-label': `As ${NAMES[platform]} shows it` },
        platforms.length > 1 && el('p', { className: 'look-name' }, NAMES[platform]),
        draw[platform](payload),
        ...shapedLine(platform, shaped),
        el(
          'details',
          { className: 'raw' },
          el('summary', {}, `What ${NAMES[platform]} is sent`),
          el('pre', { tabIndex: 0 }, JSON.stringify(payload, null, 2)),
        ),
      );
    }),
  );
}

const shapedLine = (platform, shaped) =>
  shaped.length > 0 ? [el('p', { className: 'shaped' }, `${NAMES[platform]}: ${shaped.join('; ')}.`)] : [];

/** The color at a container's edge: no style may come with the markup. */
function accented(node) {
  for (const container of $$('[data-accent]', node))
    container.style.setProperty('border-left-color', container.dataset.accent);
  return node;
}

/** A form as the platform's dialog has it, with what shaped it and what is sent. */
export function dressForm(form, looks) {
  const [platform] = wanted();
  if (!platform || !looks) return { form, extras: [] };
  const as = { slack: slackForm, discord: discordForm };
  return {
    platform,
    form: as[platform](form, looks[platform].payload),
    extras: wanted().flatMap(each => [
      ...shapedLine(each, looks[each].shaped),
      el(
        'details',
        { className: 'raw' },
        el('summary', {}, `What ${NAMES[each]} is sent`),
        el('pre', { tabIndex: 0 }, JSON.stringify(looks[each].payload, null, 2)),
      ),
    ]),
  };
}

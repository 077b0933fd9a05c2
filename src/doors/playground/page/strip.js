import { $, $$, el } from './dom.js';

const strip = $('#strip');
const range = $('input[type=range]', strip);
const DAY_MS = 86_400_000;
const SHORT = { preparation: 'prepare', early: 'early', middle: 'middle', late: 'late', ranking: 'ranking' };

let time;
let go = async () => {};
/** Where it is being moved to, so that quick steps add up. */
let wanted;
let busy;

const toMs = day => Date.parse(`${day}T00:00Z`);
const toDay = ms => new Date(ms).toISOString().slice(0, 10);
const said = new Intl.DateTimeFormat('en-US', {
  ...{ weekday: 'short', month: 'short', day: 'numeric', year: 'numeric', timeZone: 'UTC' },
});
const sayDay = day => said.format(toMs(day));

const first = () => toMs(time.phases[0].starts);
const last = () => toMs(time.phases.at(-1).ends);
const share = day => (100 * (toMs(day) - first())) / (last() - first());
const phaseOf = day => time.phases.find(({ starts, ends }) => starts <= day && day <= ends) ?? time.phases[0];

/** Lets the time be moved; `move` is told of the day, or of `now`, and ends when it was moved. */
export function startStrip(move) {
  go = move;
  range.addEventListener('input', () => label(dayOfRange()));
  range.addEventListener('change', () => moveTo(dayOfRange()));
  range.addEventListener('keydown', onKey);
  for (const button of $$('[data-by]', strip))
    button.addEventListener('click', () =>
      moveTo(stepped($('.how-far :checked', strip).value, Number(button.dataset.by))),
    );
  $('.to-now', strip).addEventListener('click', () => moveTo('now'));
}

const dayOfRange = () => toDay(first() + Number(range.value) * DAY_MS);

/** A day, a week or a phase from where it is. */
function stepped(step, by) {
  const from = wanted && wanted !== 'now' ? wanted : time.today;
  if (step !== 'phase') return toDay(toMs(from) + by * (step === 'week' ? 7 : 1) * DAY_MS);
  const index = time.phases.indexOf(phaseOf(from));
  if (by > 0) return (time.phases[index + 1] ?? time.phases[index]).starts;
  return from > time.phases[index].starts
    ? time.phases[index].starts
    : (time.phases[index - 1] ?? time.phases[0]).starts;
}

function onKey(event) {
  const to = {
    PageUp: () => stepped('week', 1),
    PageDown: () => stepped('week', -1),
    ArrowUp: () => stepped('phase', 1),
    ArrowDown: () => stepped('phase', -1),
  }[event.key];
  if (!to) return;
  event.preventDefault();
  moveTo(to());
}

/** One move at a time; of those asked for meanwhile the last. */
async function moveTo(day) {
  wanted = day === 'now' ? day : toDay(Math.min(last(), Math.max(first(), toMs(day))));
  if (wanted !== 'now') label(wanted);
  if (busy) return;
  busy = true;
  strip.ariaBusy = 'true';
  while (wanted) {
    const to = wanted;
    await go(to);
    if (wanted === to) wanted = undefined;
  }
  busy = false;
  strip.ariaBusy = null;
  label(time.today);
}

function label(day) {
  const phase = phaseOf(day);
  $('.strip-day', strip).replaceChildren(
    el('b', {}, sayDay(day)),
    el('span', {}, phase.label),
    ...(time.moved ? [el('span', { className: 'moved' }, 'time moved')] : []),
  );
  range.value = String(Math.round((toMs(day) - first()) / DAY_MS));
  range.setAttribute('aria-valuetext', `${sayDay(day)}, ${phase.label}`);
}

const mark = ({ day, title }, kind) => {
  const node = el('i', { className: kind, title: `${sayDay(day)}: ${title}` });
  node.style.left = `${share(day)}%`;
  return node;
};

/** The season as the bot's clock sees it. */
export function drawStrip(shown) {
  time = shown;
  strip.hidden = !time.movable;
  if (!time.movable) return;
  range.max = String((last() - first()) / DAY_MS);
  $('.phases', strip).replaceChildren(
    ...time.phases.map(({ id, starts, ends }) => {
      const node = el('span', { className: 'phase', 'data-phase': id }, SHORT[id] ?? '');
      node.style.flexGrow = String((toMs(ends) - toMs(starts)) / DAY_MS + 1);
      return node;
    }),
  );
  const within = ({ day }) => toMs(day) >= first() && toMs(day) <= last();
  $('.marks', strip).replaceChildren(
    ...time.dates.filter(within).map(date => mark(date, 'official')),
    ...time.own.filter(within).map(date => mark(date, 'own')),
  );
  $('.to-now', strip).hidden = !time.moved;
  if (!wanted) label(time.today);
  const ahead = [
    ...time.own.map(date => ({ ...date, of: 'yours: ' })),
    ...time.dates.map(date => ({ ...date, of: '' })),
  ]
    .filter(({ day }) => day >= time.today)
    .sort((one, other) => (one.day < other.day ? -1 : 1))
    .slice(0, 2);
  $('.strip-ahead', strip).textContent = `${time.moved ? '' : 'Move the time to see what would come. '}${
    ahead.length > 0
      ? `Ahead: ${ahead.map(({ day, title, of, label: sure }) => `${of}${title}, ${sayDay(day).replace(/, \d{4}$/, '')}${sure === 'expected' ? ' (expected)' : ''}`).join('; ')}.`
      : ''
  }`;
}

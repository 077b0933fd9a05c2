import { beginSeason, move, story } from './api.js';
import { $, el } from './dom.js';
import { toNewest } from './message.js';

const bar = $('#play');
const progress = $('progress', bar);
const says = $('.play-says', bar);
const pause = $('[data-play=pause]', bar);
const leave = $('[data-play=leave]', bar);

const SEASON_MS = 15_000;
const DAY_MS = 86_400_000;
const pauseFor = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));
const bucketIn = messages => messages.findLast(({ asked }) => asked === '/bucket')?.card.title;

let playing;

/** Whether the season is played at the moment. */
export const isPlaying = () => playing !== undefined;

/**
 * The first page's people and its season. `be` becomes somebody and shows their place; `messages` says what they see;
 * `refresh` asks for it anew; `timeMoved` is told what the clock shows; `failed` that there was no answer.
 */
export function startStage({ be, messages, refresh, timeMoved, failed }) {
  const attempt = work => work().catch(failed);
  $('#see-season').addEventListener('click', () => attempt(() => play({ be, messages, timeMoved })));
  pause.addEventListener('click', () => attempt(async () => pressed({ be, messages, timeMoved })));
  leave.addEventListener('click', () =>
    attempt(async () => {
      playing?.stop();
      close();
      timeMoved(await move('sam', 'now'));
      await be('ana', 'channel', true);
    }),
  );
  const empty = id => story(id, 'empty').then(refresh);
  return stories => drawPeople(stories, { be, empty, attempt });
}

function drawPeople(stories, { be, empty, attempt }) {
  // Redrawn, a button would lose its focus and what it says.
  if ($('#people').childElementCount > 0) return;
  $('#stage').hidden = false;
  $('#people').replaceChildren(
    ...stories.map(({ id, name, title, story: told, bucket }) =>
      el(
        'li',
        { className: 'person', 'data-id': id },
        el('h5', {}, title),
        el('p', {}, told),
        el('p', { className: 'bucket' }, 'Bucket: ', el('b', {}, bucket)),
        el(
          'div',
          { className: 'row' },
          el(
            'button',
            { type: 'button', className: 'button', onclick: wait(() => load(id, be), attempt) },
            `Be ${name}`,
          ),
          el(
            'button',
            {
              type: 'button',
              className: 'button quiet-button',
              'aria-label': `Empty it: ${name}’s notebook`,
              onclick: wait(() => empty(id), attempt, 'Emptied'),
            },
            'Empty it',
          ),
        ),
      ),
    ),
  );
}

/** A button that says that it is at work, and what came of it where that is not seen otherwise. */
const wait =
  (work, attempt, done) =>
  async ({ currentTarget: button }) => {
    if (button.disabled) return;
    const label = button.textContent;
    button.disabled = true;
    button.textContent = 'One moment…';
    await attempt(work);
    button.textContent = done ?? label;
    button.disabled = false;
  };

async function load(id, be) {
  await story(id, 'load');
  await be(id, 'direct');
}

async function play(parts) {
  if (playing) return;
  let over = false;
  playing = { paused: false, stop: () => (over = true) };
  const button = $('#see-season');
  const label = button.textContent;
  button.disabled = true;
  button.textContent = 'Turning the calendar to September…';
  const { persona, from, to } = await beginSeason()
    .catch(error => {
      playing = undefined;
      throw error;
    })
    .finally(() => {
      button.disabled = false;
      button.textContent = label;
    });
  if (!persona) return close();
  await parts.be(persona, 'all');
  bar.hidden = false;
  document.body.classList.add('playing');
  leave.hidden = false;
  pause.textContent = 'Pause';
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS;
  progress.max = days;
  let [spent, day] = [0, 0];
  while (day < days && !over) {
    const began = performance.now();
    if (playing.paused) {
      await pauseFor(100);
      continue;
    }
    day = Math.min(days, Math.max(day + 1, Math.ceil((spent / SEASON_MS) * days)));
    const date = new Date(Date.parse(from) + day * DAY_MS).toISOString().slice(0, 10);
    parts.timeMoved(await move(persona, date));
    progress.value = day;
    says.replaceChildren('Sam’s bucket: ', el('b', {}, bucketIn(parts.messages()) ?? 'not checked yet'));
    await pauseFor(Math.max(0, (day / days) * SEASON_MS - spent - (performance.now() - began)));
    spent += performance.now() - began;
  }
  if (!over) end(parts);
}

/** What it was, and what comes next. */
function end({ messages }) {
  playing = { ended: true, stop: () => {} };
  document.body.classList.remove('playing');
  const posts = place => messages().filter(message => message.place === place && !message.reply).length;
  const first = messages().find(({ asked }) => asked === '/bucket')?.card.title;
  says.replaceChildren(
    el('b', {}, 'Match Day.'),
    ` ${posts('channel')} tips came to everybody, ${posts('direct')} messages to Sam alone. The bucket went from “${first}” to “${bucketIn(messages())}”.`,
  );
  pause.textContent = 'Now be this person';
  toNewest();
}

async function pressed({ be }) {
  if (playing?.ended) {
    close();
    return be('sam', 'direct');
  }
  if (!playing) return undefined;
  playing.paused = !playing.paused;
  document.body.classList.toggle('playing', !playing.paused);
  pause.textContent = playing.paused ? 'Play on' : 'Pause';
  toNewest();
  return undefined;
}

function close() {
  playing = undefined;
  bar.hidden = true;
  document.body.classList.remove('playing');
}

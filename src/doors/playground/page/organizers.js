import { $, $$, el, rich } from './dom.js';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const PAGES = ['one-page', 'introduction'];
const TYPING_MS = 300;

const plan = $('#plan');
const posts = $('#posts');
const says = $('#says');
const problem = $('#problem');

const clock = hour => `${hour % 12 || 12} ${hour < 12 ? 'AM' : 'PM'}`;
const fill = (select, options) => select.append(...options.map(([value, label]) => el('option', { value }, label)));

fill(
  plan.weekday,
  WEEKDAYS.map((label, index) => [String(index + 1), label]),
);
fill(
  plan.hour,
  Array.from({ length: 24 }, (_, hour) => [String(hour), clock(hour)]),
);

/** The address holds what is shown, so that it can be sent to somebody. */
function readAddress() {
  const given = new URLSearchParams(location.search);
  plan.weekday.value = given.get('weekday') ?? '1';
  plan.hour.value = given.get('hour') ?? '9';
  plan.zone.value = given.get('zone') ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  plan.shift.value = given.get('shift') ?? '0';
  plan.match.checked = given.get('match') !== 'no';
  plan.on.value = given.get('on') ?? 'slack';
  plan.show.value = given.get('show') ?? 'posts';
  // What none of the choices is becomes the first.
  for (const select of $$('select', plan)) if (select.selectedIndex < 0) select.selectedIndex = 0;
}

const chosen = () =>
  new URLSearchParams({
    ...{ weekday: plan.weekday.value, hour: plan.hour.value, zone: plan.zone.value },
    ...{ shift: plan.shift.value || '0', match: plan.match.checked ? 'yes' : 'no' },
  });

const drawBlock = ({ type, text, items }) =>
  type === 'list' ? el('ul', {}, ...items.map(item => el('li', {}, ...rich(item)))) : el('p', {}, ...rich(text ?? ''));

const drawPost = ({ when, title, blocks, button }, titlesOnly) =>
  el(
    'article',
    { className: button ? 'post' : 'post none' },
    el('p', { className: 'post-when' }, when),
    el('h3', {}, ...rich(title)),
    ...(titlesOnly ? [] : blocks.map(drawBlock)),
    !titlesOnly && button && el('p', { className: 'post-button' }, `Its button: ${button}`),
  );

/** Of several that are asked for at once, the last is shown. */
let asking = 0;

async function show() {
  const what = plan.show.value;
  const isPage = PAGES.includes(what);
  const given = chosen();
  $('#when').hidden = isPage;
  $('#ics').hidden = isPage;
  $('#on').hidden = !isPage;
  $('#ics').href = `/posts.ics?${given}`;
  history.replaceState(null, '', `?${new URLSearchParams([...given, ['show', what], ['on', plan.on.value]])}`);
  asking += 1;
  const mine = asking;
  const answer = await ask(
    isPage ? `/api/page?${new URLSearchParams({ id: what, on: plan.on.value })}` : `/api/posts?${given}`,
  );
  if (mine !== asking) return;
  problem.hidden = !answer.problem;
  problem.textContent = answer.problem ?? '';
  if (answer.problem) return;
  posts.className = what === 'titles' ? 'titles' : '';
  if (isPage) drawPage(answer.page);
  else drawPosts(answer, what === 'titles');
}

function drawPage(page) {
  says.textContent = page?.title ?? 'There is no such text.';
  posts.replaceChildren(el('article', { className: 'post' }, ...(page?.blocks ?? []).map(drawBlock)));
}

function drawPosts({ posts: all, zone }, titlesOnly) {
  const posted = all.filter(({ button }) => button);
  const day = WEEKDAYS[Number(plan.weekday.value) - 1];
  says.textContent = `Every ${day} at ${clock(Number(plan.hour.value))}, ${zone.replaceAll('_', ' ')}: ${posted.length} posts in the coming year.`;
  posts.replaceChildren(...all.map(post => drawPost(post, titlesOnly)));
}

const ask = address =>
  fetch(address)
    .then(response =>
      response.ok ? response.json() : { problem: 'That can’t be shown. Check the days and the zone.' },
    )
    .catch(() => ({ problem: 'There was no answer. Is the bot running? Change anything to try again.' }));

let typing;
plan.addEventListener('input', () => {
  clearTimeout(typing);
  typing = setTimeout(show, TYPING_MS);
});
plan.addEventListener('submit', event => event.preventDefault());
$('#print').addEventListener('click', () => print());
// Whoever edits the texts comes back here to see them.
addEventListener('focus', show);
readAddress();
show();

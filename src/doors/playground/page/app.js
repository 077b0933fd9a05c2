import { follow, getState, move, story, suggest } from './api.js';
import { spoken } from './card.js';
import { fill, focusComposer, offer, say, startComposer } from './composer.js';
import { $, $$ } from './dom.js';
import { openForms } from './drafts.js';
import { currentLook, startLooks } from './look.js';
import { showAll, showOne } from './message.js';
import { keepScene, onlyReads, readScene } from './scene.js';
import { createSending, NO_ANSWER } from './sending.js';
import { drawPersonas, markPlaces, onPlace } from './side.js';
import { isPlaying, startStage } from './stage.js';
import { drawStrip, startStrip } from './strip.js';

const places = {
  channel: {
    about: 'A community’s channel. The weekly tip comes here; what the bot answers you, only you see.',
    title: 'Prepare for the conversation you cannot hear',
    text: 'Before a program offers you a place early, its director quietly asks around about you. Backchannel helps you get ready for that: who saw you work, what they would say, and what to do this week.',
  },
  direct: {
    name: 'Backchannel',
    about: 'Between you and the bot.',
    title: 'Messages to you arrive here',
    text: 'Only those that you asked for, and they name nobody until you tap Show. Turn on the weekly digest in /settings.',
  },
  all: {
    name: 'A season with Sam',
    about: 'What came to the channel and to this person alone, in the order it came.',
    title: 'Nothing has come yet',
    text: 'Move the time, or play the season.',
  },
};

const first = readScene();
const NOTHING_CAME =
  'Nothing came by then. Kim, the organizer, turns on the weekly tip with /setup; /settings says what comes to you alone.';

let persona = first.as ?? sessionStorage.getItem('persona') ?? 'ana';
let place = Object.hasOwn(places, first.at ?? '') ? first.at : 'channel';
let movedTo;
/** The first page is wanted, whatever stands in the channel. */
let atStart = false;
let channelName = '';
let messages = [];
/** What comes while the state is asked for, which may not hold it yet. */
let meanwhile;
let unfollow = () => {};

/** Becomes somebody else: what the one before could see is gone from the page. */
function become(next, where = place === 'all' ? 'channel' : place, start = false) {
  unfollow();
  persona = next;
  sessionStorage.setItem('persona', persona);
  messages = [];
  show(where, start);
  unfollow = follow(persona, {
    opened: () => reload(next),
    came,
    moved: () => isPlaying() || reload(next),
  });
  return reload(next);
}

/** All that this person may see; asked for whenever the connection opens, so that nothing is missed between. */
async function reload(asker) {
  meanwhile = [];
  const state = await getState(asker).catch(() => undefined);
  if (!state || asker !== persona) return;
  channelName = state.channel;
  drawPersonas(state.personas, state.stories, persona, next => become(next));
  timeMoved(state.time);
  if (state.time.movable) drawPeople(state.stories);
  if (JSON.stringify(state.messages) !== JSON.stringify(messages)) {
    ({ messages } = state);
    show(place, atStart);
  }
  const late = meanwhile ?? [];
  meanwhile = undefined;
  for (const message of late) came(message);
}

function timeMoved(time) {
  drawStrip(time);
  movedTo = time.moved ? time.today : undefined;
  if (!isPlaying()) remember();
}

/** The address says where one is, for a reload and for whoever gets the link. */
const remember = () => keepScene({ as: persona, at: place, day: movedTo, look: currentLook() });

const NEXT = ['/backchannel', '/log', '/bucket', '/people', '/network', '/audit', '/timeline', '/advice', '/history'];
function offerNext() {
  const asked = new Set(messages.map(({ asked: line }) => line?.split(' ')[0]));
  offer(NEXT.find(line => !asked.has(line)) ?? '');
}

function show(next, start = false) {
  place = next;
  atStart = start;
  if (!isPlaying()) remember();
  offerNext();
  $('[data-place=all]').hidden = persona !== 'sam';
  document.body.classList.toggle('in-all', place === 'all');
  if (place !== 'channel') $('#place').textContent = places[place].name;
  else if (channelName) $('#place').textContent = channelName;
  $('#about').textContent = places[place].about;
  $('#welcome h3').textContent = places[place].title;
  $('#welcome p').textContent = places[place].text;
  const here = start ? [] : messages.filter(isHere);
  $('#welcome').hidden = begun(here);
  $('#welcome').dataset.place = place;
  showAll(here, tapped, persona);
  if (!begun(here)) $('#log').scrollTop = 0;
  markPlaces(persona, place, messages);
}
/** Whether somebody has said anything here: posts alone leave the first page where it is. */
const begun = here => here.some(({ reply, place: where }) => reply || where === 'direct');
const isHere = message => [message.place, 'all'].includes(place);

/** A message that is new, or that takes the place of the one with its id. */
function came(message) {
  const index = messages.findIndex(({ id }) => id === message.id);
  if (JSON.stringify(messages[index]) === JSON.stringify(message)) return;
  meanwhile?.push(message);
  if (index >= 0) messages[index] = message;
  else messages.push(message);
  if (atStart) show(place);
  else if (isHere(message)) {
    $('#welcome').hidden = isPlaying() || begun(messages.filter(isHere));
    showOne(message, tapped);
  }
  if (!isPlaying())
    $('#status').textContent = `${isHere(message) ? '' : 'New message in another place. '}${spoken(message.card)}`;
  offerNext();
  markPlaces(persona, place, messages);
}

const asker = () => ({ persona, place: place === 'all' ? 'direct' : place });
const { send, tapped, opened } = createSending({ asker, came, erased: () => reload(persona) });

onPlace(next => show(next));
$('#start').addEventListener('click', () => show('channel', true));
for (const button of $$('[data-try]'))
  button.addEventListener('click', async () => {
    const mistake = await send({ text: button.dataset.try }).catch(() => NO_ANSWER);
    if (mistake) say(mistake, true);
  });
startComposer({
  send: text => send({ text }),
  suggest: text => suggest({ ...asker(), about: { text } }),
});
startLooks(first.look, () => show(place, atStart));
startStrip(async to => {
  const moved = await move(persona, to).catch(() => say(NO_ANSWER, true));
  if (moved) timeMoved(moved);
  const before = messages.length;
  await reload(persona);
  if (moved?.moved && messages.length === before && messages.every(({ reply }) => reply)) say(NOTHING_CAME);
});
const drawPeople = startStage({
  be: become,
  messages: () => messages,
  refresh: () => reload(persona),
  timeMoved,
  failed: () => say(NO_ANSWER, true),
});
addEventListener('popstate', () => {
  const { as, at } = readScene();
  if (as && (as !== persona || at !== place)) become(as, at ?? 'channel');
});

/** What a link asks for: its day, its made-up person as their card has them, its command. */
async function begin() {
  if (history.state?.form) history.replaceState(null, '');
  await become(persona, place);
  // Nobody is called what the address says.
  if (!channelName) await become('ana', 'channel');
  const made = document.querySelector(`#people [data-id="${CSS.escape(persona)}"]`);
  if (made && messages.every(({ reply }) => !reply)) await story(persona, 'load').then(() => reload(persona));
  if (first.day && first.day !== movedTo)
    await move(persona, first.day)
      .then(timeMoved)
      .then(() => reload(persona));
  const open = openForms.read();
  if (open?.asker.persona === persona) opened(open.asker, open.outcome);
  if (!first.say) return;
  if (onlyReads(first.say)) await send({ text: first.say });
  else fill(first.say);
}
begin().catch(() => say(NO_ANSWER, true));
if (matchMedia('(pointer: fine)').matches) focusComposer();

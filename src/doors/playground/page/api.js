/** A random id; crypto.randomUUID would want https outside this computer. */
const newId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What was sent last without an answer: the same again travels under the same id, so nothing is written twice. */
let unanswered = { what: '', id: '' };

export async function getState(persona) {
  return read(await fetch(`/api/state?persona=${persona}&zone=${encodeURIComponent(zone)}`));
}

/** A message as both platforms would be sent it. */
export const getLooks = async (persona, id) =>
  read(await fetch(`/api/look?persona=${persona}&id=${encodeURIComponent(id)}`));

/** Moves the bot's clock to a day, or to `now`; answers with what it shows then. */
export const move = (persona, to) => post('/api/time', { persona, zone, to });

/** Makes one of the made-up people who their card says they are, or empties their notebook. */
export const story = (persona, what) => post('/api/story', { persona, do: what });

/** Begins the season that is played; answers with whose it is and its first and last day. */
export const beginSeason = () => post('/api/season', { zone });

/** Sends words, a tap or a form; tries once more where no answer comes. */
export async function call(body) {
  const what = JSON.stringify(body);
  if (unanswered.what !== what) unanswered = { what, id: newId() };
  const whole = { ...body, zone, requestId: unanswered.id };
  const answer = await post('/api/call', whole).catch(() => pause(800).then(() => post('/api/call', whole)));
  unanswered = { what: '', id: '' };
  return answer;
}

export const suggest = body => post('/api/suggest', { ...body, zone });

/** Tells of each message as it comes, and each time that the connection opens, until what it returns is called. */
export function follow(persona, { opened, came, moved }) {
  let source;
  let timer;
  const connect = () => {
    source = new EventSource(`/api/events?persona=${persona}`);
    source.onopen = opened;
    source.addEventListener('moved', moved);
    source.onmessage = event => came(JSON.parse(event.data));
    source.onerror = () => {
      // The browser tries again by itself unless it was refused, as while the bot restarts.
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(connect, 2000);
    };
  };
  connect();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}

const post = async (path, body) =>
  read(
    await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  );

async function read(response) {
  // Too many new visitors: what it says is shown.
  if (!response.ok && response.status !== 429) throw new Error(`HTTP ${response.status}`);
  return response.json();
}

const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

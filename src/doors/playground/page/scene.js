const KEYS = ['as', 'at', 'day', 'look', 'say'];

/** What the address says: who one is, where, on which day, how it looks, and a command. */
export const readScene = () =>
  Object.fromEntries(KEYS.map(key => [key, new URLSearchParams(location.search).get(key)]));

/** Keeps the scene in the address; where one went somewhere else, Back leads to where one was. */
export function keepScene(scene) {
  const query = new URLSearchParams();
  for (const key of KEYS) if (scene[key]) query.set(key, scene[key]);
  const address = query.size > 0 ? `?${query}` : '/';
  const was = readScene();
  if (was.as === scene.as && was.at === scene.at && was.day === (scene.day ?? null) && was.look === scene.look) return;
  const moved = was.as !== null && (was.as !== scene.as || was.at !== scene.at);
  history[moved ? 'pushState' : 'replaceState'](null, '', address);
}

/** What a link may run by itself: it only reads. Everything else waits in the message box. */
const READS = /^\/(backchannel|network|audit|timeline|history|people|defenders|loose-ends|programs|advice)$/;
export const onlyReads = text => READS.test(text.trim());

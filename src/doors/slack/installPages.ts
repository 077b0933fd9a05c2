/** The few pages that somebody sees who installs the app: their own, with nothing from elsewhere. */
const page = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>
:root { color-scheme: light dark; }
body { font: 1.0625rem/1.5 system-ui, sans-serif; max-width: 36rem; margin: 12vh auto; padding: 0 1.25rem; }
.go { display: inline-block; padding: .7rem 1.2rem; border-radius: .5rem; background: #3d5366; color: #fff; text-decoration: none; font-weight: 600; }
</style>
<h1>${title}</h1>
${body}
</html>
`;

const escaped = (text: string): string => text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);

export const installPage = (address: string): string =>
  page(
    'Add Backchannel to Slack',
    `<p>Every reply is private, and nothing is posted until an organizer of your workspace chooses a channel.</p>
<p><a class="go" href="${escaped(address)}">Choose a workspace</a></p>
<p><a href="/privacy">What is kept, and for how long</a></p>`,
  );

export const installedPage = (name: string): string =>
  page(
    'Installed',
    `<p>Backchannel is in ${escaped(name)}.</p>
<p>In Slack, type <code>/backchannel</code>: the answer is yours alone. To post a tip each week, type <code>/backchannel setup</code> in the channel for it.</p>`,
  );

export const cancelledPage = page(
  'Not installed',
  '<p>Nothing was changed. <a href="/slack/install">Begin again</a> whenever you like.</p>',
);

export const failedPage = page(
  'That did not work',
  '<p>The link was used before, is older than ten minutes, or was opened in another browser. <a href="/slack/install">Begin again</a>.</p>',
);

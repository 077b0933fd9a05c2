/** A page of the bot's own: plain, in both schemes, with nothing from elsewhere. `body` is HTML. */
export const htmlPage = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapedHtml(title)} · Backchannel</title>
<link rel="icon" href="data:,">
<style>
:root { color-scheme: light dark; --ink: light-dark(#1d2730, #e6ebef); --quiet: light-dark(#55646f, #a3b0ba); --link: light-dark(#24587f, #8fc1e8); --paper: light-dark(#fdfdfc, #14191d); --line: light-dark(#d9dfe3, #313b43); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 42rem; margin: 0 auto; padding: 1.5rem 1.25rem 2.5rem; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .75rem; }
h2 { font-size: 1.05rem; margin: 1.25rem 0 .25rem; }
p, ul { margin: 0 0 .6rem; }
ul { padding-left: 1.2rem; }
li { margin-bottom: .3rem; }
a { color: var(--link); }
code { font-size: .92em; background: light-dark(#eef1f3, #222a30); padding: .1em .3em; border-radius: .25rem; overflow-wrap: anywhere; }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; margin-top: 1.75rem; padding-top: .75rem; border-top: 1px solid var(--line); color: var(--quiet); }
nav a { display: inline-block; padding: .35rem 0; }
.go { display: inline-block; padding: .6rem 1.1rem; border-radius: .5rem; background: #3d5366; color: #fff; text-decoration: none; font-weight: 600; }
</style>
<main>
<h1>${escapedHtml(title)}</h1>
${body}
<nav aria-label="Pages"><a href="/install">Install</a><a href="/privacy">Privacy</a><a href="/terms">Terms</a><a href="/support">Support</a></nav>
</main>
</html>
`;

export const escapedHtml = (text: string): string =>
  text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);

/** What such a page comes with: it runs nothing, loads nothing, and stands in nobody's frame. */
export const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

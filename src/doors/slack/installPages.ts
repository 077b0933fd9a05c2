import { escapedHtml, htmlPage } from '../htmlPage.ts';

/** The pages that somebody sees who installs the app. */
export const installPage = (address: string): string =>
  htmlPage(
    'Add Backchannel to Slack',
    `<p>Every reply is private, and nothing is posted until an organizer of your workspace chooses a channel.</p>
<p><a class="go" href="${escapedHtml(address)}">Add to Slack</a></p>
<p><a href="/privacy">What is kept, and for how long</a></p>`,
  );

export const installedPage = (name: string): string =>
  htmlPage(
    'Installed',
    `<p>Backchannel is in ${escapedHtml(name)}.</p>
<p>In Slack, type <code>/backchannel</code>: the answer is yours alone. To post a tip each week, type <code>/backchannel setup</code> in the channel for it.</p>`,
  );

export const cancelledPage = htmlPage(
  'Not installed',
  '<p>Nothing was changed. <a href="/slack/install">Begin again</a> whenever you like.</p>',
);

export const failedPage = htmlPage(
  'That did not work',
  '<p>The link was used before, is older than ten minutes, or was opened in another browser. <a href="/slack/install">Begin again</a>.</p>',
);

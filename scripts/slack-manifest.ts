import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { z } from 'zod';
import { commands } from '../src/commands/index.ts';
import { slackManifest } from '../src/doors/slack/manifest.ts';

// Prints the manifest to paste at api.slack.com/apps, and nothing else: `npm run -s slack:manifest`. After `--`:
// `--all` takes every name, `--http https://host` writes in every address, `--lean` asks for less.
try {
  const { values } = parseArgs({
    options: { all: { type: 'boolean' }, http: { type: 'string' }, lean: { type: 'boolean' } },
  });
  const prefix = process.env.SLACK_COMMAND_PREFIX?.trim();
  const http = z
    .url({ protocol: /^https$/, error: '--http wants the address that Slack reaches the bot at: https://your.host' })
    .optional()
    .safeParse(values.http);
  if (!http.success) throw new TypeError(http.error.issues[0]?.message);
  const { all = false, lean = false } = values;
  const manifest = slackManifest(commands, {
    ...{ all, lean },
    ...(http.data && { http: http.data }),
    ...(prefix && { prefix }),
  });
  process.stdout.write(stringify(manifest));
} catch (error) {
  if (!(error instanceof TypeError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

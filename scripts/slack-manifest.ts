import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { commands } from '../src/commands/index.ts';
import { slackManifest } from '../src/doors/slack/manifest.ts';

// Prints the manifest to paste at api.slack.com/apps: `npm run --silent slack:manifest`, with `-- --all` for every name.
const { values } = parseArgs({ options: { all: { type: 'boolean' } } });
const prefix = process.env.SLACK_COMMAND_PREFIX?.trim();
process.stdout.write(stringify(slackManifest(commands, { all: values.all ?? false, ...(prefix && { prefix }) })));

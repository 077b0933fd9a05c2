import { randomBytes } from 'node:crypto';
import type { RequestListener } from 'node:http';
import type { Logger as BoltLogger } from '@slack/bolt';
import { InstallProvider, InvalidStateError } from '@slack/oauth';
import type { SlackOauth } from '../../config.ts';
import type { SlackApps } from '../../core/ports/slackApps.ts';
import { pageHeaders } from '../htmlPage.ts';
import { clientOptions } from './clients.ts';
import {
  type InstalledApp,
  keyOf,
  keyOfInstalled,
  readInstalled,
  toInstallation,
  writeInstalled,
} from './installedApp.ts';
import { cancelledPage, failedPage, installedPage, installPage } from './installPages.ts';
import { paths, SCOPES } from './manifest.ts';

interface InstallerParts {
  oauth: SlackOauth;
  apiUrl: string | undefined;
  apps: SlackApps;
  now(): Temporal.Instant;
  logger: BoltLogger;
  /** It was installed, and is kept. */
  installed(app: InstalledApp): Promise<void>;
}

/** As long as a browser may be away at Slack. */
const AWAY = { minutes: 10 };
const AUTHORIZE = 'https://slack.com/oauth/v2/authorize';

/** How the app is installed by OAuth, and its tokens are renewed: Bolt's own installer over the sealed rows. */
export function createInstaller({ oauth, apiUrl, apps, now, logger, installed }: InstallerParts) {
  const { clientId, clientSecret, publicUrl } = oauth;
  const installOptions = { scopes: [...SCOPES], redirectUri: new URL(paths.redirect, publicUrl).href };
  const provider = new InstallProvider({
    ...{ clientId, clientSecret, logger, clientOptions: clientOptions(apiUrl, logger) },
    installUrlOptions: installOptions,
    authorizationUrl: apiUrl ? new URL('../oauth/v2/authorize', apiUrl).href : AUTHORIZE,
    renderHtmlForInstallPath: installPage,
    stateStore: {
      async generateStateParam() {
        const state = randomBytes(24).toString('base64url');
        await apps.issue(state, now().add(AWAY));
        return state;
      },
      async verifyStateParam(_, state) {
        if (!(await apps.take(state, now()))) throw new InvalidStateError('not issued here, too old, or used before');
        return installOptions;
      },
    },
    installationStore: {
      storeInstallation: async installation => void (await store(writeInstalled(installation))),
      async fetchInstallation({ enterpriseId, teamId, isEnterpriseInstall }) {
        const found = readInstalled((await apps.find(keyOf(enterpriseId, isEnterpriseInstall ? '' : teamId))) ?? '');
        if (!found || 'organization' in found) throw new Error('not installed');
        return toInstallation(found);
      },
    },
  });

  async function store(app: string): Promise<InstalledApp> {
    const read = readInstalled(app);
    if (!read || 'organization' in read) throw new Error('what was written is not to be read');
    await apps.keep({ key: keyOfInstalled(read), app }, now());
    await installed(read);
    return read;
  }

  return {
    /** Renews a token that is soon over; the new one comes by `installed`. @throws where Slack cannot be asked */
    async renew({ team, enterprise, isEnterpriseInstall }: InstalledApp): Promise<void> {
      await provider.authorize({ teamId: team?.id, enterpriseId: enterprise?.id, isEnterpriseInstall });
    },

    /** The page with the button, and the one to which Slack sends the browser back. */
    pages: (async (request, response) => {
      const path = request.url?.split('?')[0];
      for (const [name, value] of Object.entries(pageHeaders)) response.setHeader(name, value);
      if (request.method === 'GET' && path === paths.install)
        return provider.handleInstallPath(request, response).catch(() => answer(response, 503, failedPage));
      if (request.method !== 'GET' || path !== paths.redirect) return void response.writeHead(404).end();
      await provider.handleCallback(request, response, {
        success: ({ team, enterprise }) =>
          answer(response, 200, installedPage(team?.name ?? enterprise?.name ?? 'your workspace')),
        failure: error =>
          error.code === 'slack_oauth_installer_authorization_error'
            ? answer(response, 200, cancelledPage)
            : answer(response, 400, failedPage),
      });
    }) satisfies RequestListener,
  };
}

type Response = Parameters<RequestListener>[1];

function answer(response: Response, status: number, page: string): void {
  if (!response.headersSent) response.writeHead(status);
  response.end(page);
}

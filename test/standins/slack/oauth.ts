import { z } from 'zod';
import { type Json, SlackError, type Team } from './types.ts';
import type { World } from './world.ts';

/** The app as Slack knows it for OAuth. */
export type OauthApp = {
  clientId: string;
  clientSecret: string;
  redirectUrls: string[];
  /** Tokens end, and come with another that gets the next one; so many seconds they last. */
  rotation?: { expiresIn: number };
};

type Code = { team: Team; scopes: string[]; redirectUri: string; expires: number; used: boolean; org: boolean };
type Granted = { team: Team; org: boolean };

const CODE_LIVES_MS = 10 * 60_000;

const exchange = z.object({
  client_id: z.string(),
  client_secret: z.string(),
  code: z.string().optional(),
  redirect_uri: z.string().optional(),
  grant_type: z.enum(['authorization_code', 'refresh_token']).optional(),
  refresh_token: z.string().optional(),
});

/** Installing by OAuth v2: the page where somebody allows it, and `oauth.v2.access`. */
export class Oauth {
  readonly #world: World;
  readonly #app: OauthApp;
  readonly #codes = new Map<string, Code>();
  readonly #refreshTokens = new Map<string, Granted>();
  readonly #used = new Set<string>();

  constructor(world: World, app: OauthApp) {
    this.#world = world;
    this.#app = app;
  }

  /** Somebody with the rights to allows it at the address that the app sent them to. @returns where Slack sends them back */
  allow(address: string, team: Team, org: boolean): string {
    const asked = new URL(address).searchParams;
    const [state, redirect, scope] = ['state', 'redirect_uri', 'scope'].map(name => asked.get(name));
    if (asked.get('client_id') !== this.#app.clientId) throw new Error('Slack shows: invalid_client_id');
    if (!redirect || !this.#app.redirectUrls.includes(redirect)) throw new Error('Slack shows: bad_redirect_uri');
    if (!scope) throw new Error('Slack shows: no_scopes');
    if (org && !team.enterprise) throw new Error('This workspace is in no organization');
    const code = this.#world.id('code');
    const expires = this.#world.now() + CODE_LIVES_MS;
    this.#codes.set(code, { team, scopes: scope.split(','), redirectUri: redirect, expires, used: false, org });
    const back = new URL(redirect);
    back.searchParams.set('code', code);
    if (state) back.searchParams.set('state', state);
    return back.href;
  }

  access(args: Json): Json {
    const given = exchange.parse(args);
    if (given.client_id !== this.#app.clientId) throw new SlackError('invalid_client_id');
    if (given.client_secret !== this.#app.clientSecret) throw new SlackError('bad_client_secret');
    if (given.grant_type === 'refresh_token') return this.#refresh(given.refresh_token ?? '');
    const code = this.#codes.get(given.code ?? '');
    if (!code || code.expires < this.#world.now()) throw new SlackError('invalid_code');
    if (code.used) throw new SlackError('code_already_used');
    if (code.redirectUri !== given.redirect_uri) throw new SlackError('bad_redirect_uri');
    code.used = true;
    // What was granted before is over.
    for (const [token, granted] of this.#refreshTokens) if (granted.team === code.team) this.#used.add(token);
    const { team, scopes, org } = code;
    for (const one of org ? this.#organization(team) : [team])
      Object.assign(one, { scopes: new Set([...one.scopes, ...scopes]), tokenError: undefined });
    return this.#grant({ team, org });
  }

  #refresh(token: string): Json {
    const granted = this.#refreshTokens.get(token);
    if (!granted || this.#used.has(token)) throw new SlackError('invalid_refresh_token');
    this.#used.add(token);
    return this.#grant(granted);
  }

  #organization({ enterprise }: Team): Team[] {
    return [...this.#world.teams.values()].filter(team => team.enterprise?.id === enterprise?.id);
  }

  /** A new token; the one before it is good until then, and what was before that is refused. */
  #grant({ team, org }: Granted): Json {
    const { rotation } = this.#app;
    const token = this.#world.id(rotation ? 'xoxe.xoxb-' : 'xoxb-');
    for (const one of org ? this.#organization(team) : [team]) {
      if (one.previous) one.oldTokens.add(one.previous);
      one.previous = one.botToken;
      one.botToken = token;
      one.expires = rotation && this.#world.now() + rotation.expiresIn * 1000;
    }
    const refresh = this.#world.id('xoxe-1-');
    this.#refreshTokens.set(refresh, { team, org });
    return {
      access_token: token,
      token_type: 'bot',
      scope: [...team.scopes].join(','),
      bot_user_id: team.botUserId,
      app_id: 'A0BACKCHANNEL',
      team: org ? null : { id: team.id, name: team.name },
      enterprise: team.enterprise ?? null,
      is_enterprise_install: org,
      authed_user: { id: 'U0INSTALLER' },
      ...(rotation && { refresh_token: refresh, expires_in: rotation.expiresIn }),
    };
  }
}

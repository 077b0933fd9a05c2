import { type Answer, refusal } from './answers.ts';
import { METHODS } from './methods/index.ts';
import { type Call, needScope } from './methods/method.ts';
import type { Oauth } from './oauth.ts';
import { Rates } from './rates.ts';
import { type Json, SlackError, type Team } from './types.ts';
import type { World } from './world.ts';

/** Answers Web API calls: token, rate, scope, then the method itself. */
export class WebApi {
  readonly #world: World;
  readonly #rates: Rates;
  readonly #appToken: string;
  readonly #socketUrl: () => string;
  readonly #onPosted: Call['onPosted'];
  readonly #oauth: Oauth;

  constructor(world: World, appToken: string, socketUrl: () => string, onPosted: Call['onPosted'], oauth: Oauth) {
    this.#oauth = oauth;
    this.#world = world;
    this.#rates = new Rates(() => world.now());
    this.#appToken = appToken;
    this.#socketUrl = socketUrl;
    this.#onPosted = onPosted;
  }

  call(name: string, token: string, args: Json, origin: string): Answer {
    try {
      if (name === 'apps.connections.open') return { status: 200, body: { ok: true, url: this.#connect(token) } };
      if (name === 'oauth.v2.access') return { status: 200, body: { ok: true, ...this.#oauth.access(args) } };
      const method = METHODS[name];
      if (!method) throw new SlackError('unknown_method', { req_method: name });
      const team = this.#authenticate(token, args);
      this.#rates.call(name, team.id, method.tier);
      if (method.scope) needScope(team, method.scope);
      const call = { world: this.#world, team, rates: this.#rates, origin, onPosted: this.#onPosted };
      const headers = {
        'x-oauth-scopes': [...team.scopes].join(','),
        ...(method.scope && { 'x-accepted-oauth-scopes': method.scope }),
      };
      return { status: 200, body: { ok: true, ...method.run(args, call) }, headers };
    } catch (error) {
      if (!(error instanceof SlackError)) throw error;
      if (error.code === 'ratelimited') this.#world.provoked429 += 1;
      return refusal(error);
    }
  }

  #authenticate(token: string, { team_id: named }: Json): Team {
    if (!token) throw new SlackError('not_authed');
    if (token === this.#appToken) throw new SlackError('not_allowed_token_type');
    const teams = [...this.#world.teams.values()];
    // An organization's token is good in all of its workspaces: which is meant, the call says.
    const ours = teams.filter(({ botToken, previous }) => token === botToken || token === previous);
    const team = ours.length > 1 && named ? ours.find(({ id }) => id === named) : ours[0];
    if (!team)
      throw new SlackError(teams.some(({ oldTokens }) => oldTokens.has(token)) ? 'token_revoked' : 'invalid_auth');
    if (team.expires !== undefined && team.expires < this.#world.now()) throw new SlackError('token_expired');
    if (team.tokenError) throw new SlackError(team.tokenError);
    return team;
  }

  #connect(token: string): string {
    if (!token) throw new SlackError('not_authed');
    if (token.startsWith('xoxb-')) throw new SlackError('not_allowed_token_type');
    if (token !== this.#appToken) throw new SlackError('invalid_auth');
    this.#rates.call('apps.connections.open', 'app', 'connect');
    return this.#socketUrl();
  }
}

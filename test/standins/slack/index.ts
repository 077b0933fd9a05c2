import { Actor } from './actor.ts';
import type { Stage } from './client.ts';
import type { Transport } from './delivery.ts';
import { Events } from './events.ts';
import { Faults } from './faults.ts';
import { messageJson } from './messages.ts';
import { ALL_SCOPES } from './methods/index.ts';
import { Oauth, type OauthApp } from './oauth.ts';
import { newTrigger } from './payloads.ts';
import { listen } from './server.ts';
import { signedHttp } from './signedHttp.ts';
import { Sockets } from './sockets.ts';
import { buttonsOf, textOf } from './text.ts';
import type { Ack, Channel, Json, Message, Team, View } from './types.ts';
import { WebApi } from './webApi.ts';
import { addChannel, addPerson, addTeam, type ChannelAbout } from './workspace.ts';
import { World, type WorldOptions } from './world.ts';

export type { Actor } from './actor.ts';

export type { Reply } from './reply.ts';

export type { Ack, Channel, Message, Team, View } from './types.ts';

export type SlackOptions = WorldOptions & {
  botToken: string;
  appToken?: string;
  signingSecret?: string;
  /** The app as it is known for OAuth. */
  oauth?: OauthApp;
  /** Scopes of the bot token; all that the methods here ask for by default. */
  scopes?: string[];
  /** How long the app has to acknowledge, in milliseconds: 3000 on Slack. */
  deadlineMs?: number;
  /** When an event that was not acknowledged comes again, in milliseconds after the failure before. */
  eventRetryDelaysMs?: number[];
};

export type Slack = Awaited<ReturnType<typeof startSlack>>;

const RETRY_DELAYS_MS = [0, 60_000, 300_000];

/** A Slack on loopback: Web API, Socket Mode and signed HTTP, with people to act in it. */
export async function startSlack(options: SlackOptions) {
  const {
    botToken,
    appToken = 'xapp-1-A',
    signingSecret = 'secret',
    scopes = ALL_SCOPES,
    deadlineMs = 3_000,
  } = options;
  const world = new World(options);
  const faults = new Faults();
  const oauth = new Oauth(world, options.oauth ?? { clientId: '1.1', clientSecret: 'client-secret', redirectUrls: [] });
  const sockets = new Sockets(deadlineMs, () => world.changed());
  let transport: Transport = sockets;
  const events = new Events(world, () => transport, options.eventRetryDelaysMs ?? RETRY_DELAYS_MS);
  const api: WebApi = new WebApi(
    world,
    appToken,
    () => `ws://127.0.0.1:${port}/link/?ticket=${sockets.ticket()}`,
    echoDm,
    oauth,
  );
  const { server, port } = await listen(world, faults, api);
  server.on('upgrade', (request, socket, head) => sockets.upgrade(request, socket, head));
  const origin = `http://127.0.0.1:${port}`;
  const stage: Stage = { world, origin, transport: () => transport, events };
  const team = addTeam(world, { name: 'Applicants', botToken, scopes });

  /** The app hears its own words in a DM too, as message.im. */
  function echoDm(channel: Channel, message: Message): void {
    const event = { ...messageJson(world, message), channel: channel.id, channel_type: 'im', event_ts: message.ts };
    if (channel.kind === 'im') void send(world.team(channel.teamId), event);
  }

  const send = (to: Team, event: Json): Promise<Ack> => events.send(events.envelope(to.id, event));
  const tokensRevoked = ({ botUserId }: Team): Json => ({
    type: 'tokens_revoked',
    tokens: { oauth: [], bot: [botUserId] },
  });

  return {
    /** For `SLACK_API_URL` or `clientOptions.slackApiUrl`. */
    apiUrl: `${origin}/api/`,
    world,
    team,
    faults,
    /** Every Web API call and post to a response URL, in order. */
    requests: world.requests,
    /** How many calls were refused for going over a rate limit; injected faults do not count. */
    get provoked429() {
      return world.provoked429;
    },
    /** How many sockets are connected. */
    get connections() {
      return sockets.count;
    },

    /** Another workspace with the same app. */
    addTeam: (about: { name: string; botToken: string; scopes?: string[] }) => addTeam(world, { scopes, ...about }),
    /** Makes a workspace part of an organization: everything that comes from it says so from now on. */
    joinOrganization(joining: Team, enterprise: { id: string; name: string }): void {
      joining.enterprise = enterprise;
    },
    /** Somebody who may allows the app at the address they were sent to. @returns where their browser is sent back */
    allow: (address: string, into: Team, { org = false } = {}): string => oauth.allow(address, into, org),
    addUser(about: {
      name: string;
      tz?: string;
      admin?: boolean;
      owner?: boolean;
      disabled?: boolean;
      enterprise?: string;
      alsoIn?: string[];
      team?: Team;
    }): Actor {
      const { team: home = team, ...rest } = about;
      return new Actor(stage, addPerson(world, home, rest));
    },
    /** A channel with everybody who is in the workspace now or comes later, or if private with `members` alone. */
    addChannel({ members, team: home = team, ...about }: ChannelAbout & { members?: Actor[]; team?: Team }): Channel {
      return addChannel(
        world,
        home,
        about,
        members?.map(({ user }) => user),
      );
    },
    /** A trigger id such as something that this person did would carry; `view` if they did it in a modal. */
    trigger: ({ user }: Actor, view?: View) => newTrigger({ world, origin, user, interaction: world.id('I') }, view),

    useSocketMode(): void {
      transport = sockets;
    },
    /** Delivers by HTTP from now on; a wrong `secret` makes every signature bad. */
    useHttp(url: string, secret = signingSecret): void {
      transport = signedHttp(url, secret, deadlineMs);
    },
    /** Waits until `look` finds something, looking again whenever something has happened here. */
    until: world.until.bind(world),
    /** Puts Slack's clock forward, in milliseconds. */
    advance: world.advance.bind(world),
    /** All that can be read in a message or view, as it was sent. */
    text: textOf,
    buttons: buttonsOf,

    /** Sends words over every socket as they are. */
    sendRaw: (words: string) => sockets.raw(words),
    /** Cuts every socket without a goodbye. */
    dropSockets: () => sockets.drop(),
    /** Sends `disconnect: refresh_requested` over every socket. */
    refreshSockets: () => sockets.refresh(),
    /** Slack Connect: somebody of another workspace is in this channel too. */
    share(channel: Channel, { id }: Actor): void {
      channel.members.add(id);
    },
    archive(channel: Channel): void {
      channel.archived = true;
    },
    /** Takes the bot out of a channel. */
    kick(channel: Channel): void {
      channel.members.delete(world.team(channel.teamId).botUserId);
    },
    deactivate({ user }: Actor): void {
      user.disabled = true;
    },
    /** Removes the app: calls get `account_inactive`, and two events go out, in either order. */
    async uninstall(from: Team = team, { tokensFirst = false } = {}): Promise<void> {
      from.tokenError = 'account_inactive';
      const both: Json[] = [{ type: 'app_uninstalled' }, tokensRevoked(from)];
      for (const event of tokensFirst ? both.reverse() : both) await send(from, event);
    },
    /** Revokes the bot token alone: calls get `token_revoked`. */
    async revokeToken(of: Team = team): Promise<void> {
      of.tokenError = 'token_revoked';
      await send(of, tokensRevoked(of));
    },
    /** Installs the app again, with a new token or the one it had. */
    reinstall(into: Team = team, newToken = into.botToken): void {
      Object.assign(into, { tokenError: undefined, botToken: newToken });
    },
    /** Sends any other event to the app; `org`: of its installation in the whole organization. */
    sendEvent: (event: Json, to: Team = team, { org = false } = {}) => events.send(events.envelope(to.id, event, org)),

    async close(): Promise<void> {
      events.close();
      await sockets.close();
      const closed = new Promise(resolve => server.close(resolve));
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };
}

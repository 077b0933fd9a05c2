import type {
  BlockAction,
  BlockSuggestion,
  GlobalShortcut,
  MessageShortcut,
  SlashCommand,
  ViewSubmitAction,
} from '@slack/bolt';

/** Who did something and where: what every payload says in words of its own. */
export interface PayloadOrigin {
  user: string;
  team: string;
  /** On Enterprise Grid, whose people are the same in all of its workspaces. */
  enterprise: string | undefined;
  /** Null in a direct message and on the Home tab. */
  channel: string | null;
  /** The same for a repeated delivery of the same payload. */
  requestId: string;
  /** The request is made again for its pictures. */
  pictures?: boolean;
}

/** A channel of the community; direct messages have ids of another letter. */
const inCommunity = (channel: string | undefined): string | null => (channel && /^[CG]/.test(channel) ? channel : null);

export const originOfCommand = (command: SlashCommand): PayloadOrigin => ({
  user: command.user_id,
  team: command.team_id,
  enterprise: command.enterprise_id || undefined,
  channel: inCommunity(command.channel_id),
  requestId: command.trigger_id,
});

type Interaction = Pick<
  BlockAction | BlockSuggestion | GlobalShortcut | MessageShortcut | ViewSubmitAction,
  'team' | 'user' | 'enterprise'
>;
const personOf = ({ user, team, enterprise }: Interaction) => ({
  user: user.id,
  team: team?.id ?? user.team_id ?? '',
  enterprise: enterprise?.id ?? team?.enterprise_id,
});

export const originOfAction = (body: BlockAction): PayloadOrigin => ({
  ...personOf(body),
  channel: inCommunity(body.channel?.id),
  requestId: body.trigger_id,
});

export const originOfShortcut = (body: GlobalShortcut | MessageShortcut): PayloadOrigin => ({
  ...personOf(body),
  channel: null,
  requestId: body.trigger_id,
});

/** What is only read needs no id that is the same again. */
export const originOfSuggestion = (body: BlockSuggestion): PayloadOrigin => ({
  ...personOf(body),
  channel: null,
  requestId: `${body.view?.id}:${body.block_id}`,
});

/** A submission's trigger differs when it is sent twice; the view and its state do not. */
export const originOfSubmission = (body: ViewSubmitAction, channel: string | null): PayloadOrigin => ({
  ...personOf(body),
  channel,
  requestId: `${body.view.id}:${body.view.hash}`,
});

interface EventBody {
  team_id: string;
  enterprise_id?: string | undefined;
  event_id: string;
}
export const originOfEvent = ({ team_id: team, enterprise_id, event_id }: EventBody, user: string): PayloadOrigin => ({
  user,
  team,
  enterprise: enterprise_id || undefined,
  channel: null,
  requestId: event_id,
});

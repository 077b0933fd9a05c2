import type { Call } from '../../core/commands/call.ts';
import type { Via } from '../../core/commands/command.ts';
import type { Request } from '../../core/ports/request.ts';
import type { PayloadOrigin } from './payloadOrigin.ts';
import type { Directory } from './people.ts';

interface RequestParts {
  directory: Directory;
  organizers: readonly string[];
  teamName(team: string): string;
  /** Whether a command is for organizers alone: then their rights are asked for at this very tap. */
  isForOrganizers(command: string): boolean;
}

export const identityOf = ({ user, team, enterprise }: PayloadOrigin) =>
  ({ platform: 'slack', scope: enterprise ?? team, externalId: user }) as const;

/** What the core is asked, from a visit and what Slack says of the person. */
export function createRequests({ directory, organizers, teamName, isForOrganizers }: RequestParts) {
  return async (made: Call, via: Via, origin: PayloadOrigin): Promise<Request> => {
    const asked = isForOrganizers(made.command);
    const { zone, leads, unasked } = await directory.profile(origin.team, origin.user, asked);
    return {
      call: made,
      via,
      requestId: origin.requestId,
      who: identityOf(origin),
      ...(zone && { zone }),
      where: { externalId: origin.team, name: teamName(origin.team), channel: origin.channel },
      mayOrganize: leads || organizers.includes(origin.user),
      ...(unasked && { rightsUnknown: sayUnknown(unasked) }),
    };
  };
}

export type RequestOf = ReturnType<typeof createRequests>;

const sayUnknown = (reason: string): string =>
  reason === 'missing_scope'
    ? 'Slack refused to say whether you are an admin here (missing_scope): the app needs the scope users:read.'
    : `Slack did not say whether you are an admin here (${reason}). Try again in a minute.`;

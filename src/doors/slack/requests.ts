import type { Call } from '../../core/commands/call.ts';
import type { Via } from '../../core/commands/command.ts';
import type { Request } from '../../core/ports/request.ts';
import type { Visit } from './payloadOrigin.ts';
import type { Directory } from './people.ts';

interface RequestParts {
  directory: Directory;
  organisers: readonly string[];
  teamName(team: string): string;
  /** Whether a command is for organizers alone: then their rights are asked for at this very tap. */
  isForOrganisers(command: string): boolean;
}

export const identityOf = ({ user, team, enterprise }: Visit) =>
  ({ platform: 'slack', scope: enterprise ?? team, externalId: user }) as const;

/** What the core is asked, from a visit and what Slack says of the person. */
export function createRequests({ directory, organisers, teamName, isForOrganisers }: RequestParts) {
  return async (made: Call, via: Via, visit: Visit): Promise<Request> => {
    const asked = isForOrganisers(made.command);
    const { zone, leads, unasked } = await directory.profile(visit.team, visit.user, asked);
    return {
      call: made,
      via,
      requestId: visit.requestId,
      who: identityOf(visit),
      ...(zone && { zone }),
      where: { externalId: visit.team, name: teamName(visit.team), channel: visit.channel },
      mayOrganise: leads || organisers.includes(visit.user),
      ...(unasked && { rightsUnknown: sayUnknown(unasked) }),
    };
  };
}

export type RequestOf = ReturnType<typeof createRequests>;

const sayUnknown = (reason: string): string =>
  reason === 'missing_scope'
    ? 'Slack refused to say whether you are an admin here (missing_scope): the app needs the scope users:read.'
    : `Slack did not say whether you are an admin here (${reason}). Try again in a minute.`;

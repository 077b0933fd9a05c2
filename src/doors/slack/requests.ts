import type { Call } from '../../core/commands/call.ts';
import type { Via } from '../../core/commands/command.ts';
import type { Request } from '../../core/ports/request.ts';
import type { Directory } from './people.ts';
import type { Visit } from './visits.ts';

interface RequestParts {
  directory: Directory;
  organisers: readonly string[];
  teamName(team: string): string;
}

export const identityOf = ({ user, team, enterprise }: Visit) =>
  ({ platform: 'slack', scope: enterprise ?? team, externalId: user }) as const;

/** What the core is asked, from a visit and what Slack says of the person. */
export function createRequests({ directory, organisers, teamName }: RequestParts) {
  return async (made: Call, via: Via, visit: Visit): Promise<Request> => {
    const { zone, leads } = await directory.profile(visit.team, visit.user);
    return {
      call: made,
      via,
      requestId: visit.requestId,
      who: identityOf(visit),
      ...(zone && { zone }),
      where: { externalId: visit.team, name: teamName(visit.team), channel: visit.channel },
      mayOrganise: leads || organisers.includes(visit.user),
    };
  };
}

export type RequestOf = ReturnType<typeof createRequests>;

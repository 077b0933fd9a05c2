import type { Piece } from '../../content/types.ts';
import type { User } from '../../core/ports/users.ts';

type Reader = Pick<User, 'applicantType' | 'stage'>;

/** Whether a piece is meant for this person; what they have not said excludes nothing. */
export const isFor = (piece: Piece, { applicantType, stage }: Reader): boolean =>
  (!applicantType || piece.for.length === 0 || piece.for.includes(applicantType)) &&
  (!stage || piece.stages.length === 0 || piece.stages.includes(stage));

/** Whether a piece may be shown to this person at all: what breaks a rule for others waits until it is known who they are. */
export const mayRead = (piece: Piece, { applicantType }: Reader): boolean =>
  !piece.only || (applicantType !== null && piece.for.includes(applicantType));

import type { Card } from '../../core/cards/card.ts';
import type { Context } from '../../core/commands/command.ts';
import { cancelInterview, moveInterview, removeInterview, withdrawApplication } from './callingOff.ts';
import { removeClue, showClue } from './clueCards.ts';
import { removeDebrief, showDebrief } from './debriefCards.ts';
import { noteSent, showInterview } from './interviewCards.ts';
import { answerInvitation, removeInvitation, showInvitation } from './invitationCards.ts';
import { removeNote, showNote } from './noteCards.ts';
import { decideOffer, editOffer, removeOffer, showChecks, showOffer, sortOffer } from './offerCards.ts';
import { removeProgram } from './programEdits.ts';
import type { Act, ItemKind } from './programItems.ts';
import { showProgram } from './programPage.ts';
import { moveInList, noteCertified, putInside, showRankList } from './rankCards.ts';

type Handler = (id: string, context: Context) => Promise<Card>;

/** What a tap does to one thing; without an act it is shown. */
export const handlers: Record<ItemKind, Partial<Record<Act | 'show', Handler>>> = {
  program: { show: showProgram, remove: removeProgram, withdraw: withdrawApplication },
  interview: {
    show: showInterview,
    move: moveInterview,
    cancel: cancelInterview,
    remove: removeInterview,
    sent: noteSent,
  },
  offer: {
    show: showOffer,
    accept: (id, context) => decideOffer(id, 'accepted', context),
    decline: (id, context) => decideOffer(id, 'declined', context),
    reopen: (id, context) => decideOffer(id, 'open', context),
    check: showChecks,
    edit: editOffer,
    inside: (id, context) => sortOffer(id, 'inside', context),
    outside: (id, context) => sortOffer(id, 'outside', context),
    unsure: (id, context) => sortOffer(id, 'unknown', context),
    remove: removeOffer,
  },
  invitation: {
    show: showInvitation,
    accept: (id, context) => answerInvitation(id, 'accepted', context),
    decline: (id, context) => answerInvitation(id, 'declined', context),
    reopen: (id, context) => answerInvitation(id, 'open', context),
    remove: removeInvitation,
  },
  clue: { show: showClue, remove: removeClue },
  note: { show: showNote, remove: removeNote },
  rank: {
    show: showRankList,
    up: moveInList('up'),
    down: moveInList('down'),
    on: moveInList('on'),
    off: moveInList('off'),
    inside: putInside,
    certified: noteCertified,
  },
  debrief: { show: showDebrief, remove: removeDebrief },
};

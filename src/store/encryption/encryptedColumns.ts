import { type Columns, encryptedIn } from '../../domain/entities/entity.ts';
import { settings } from '../../domain/entities/settings.ts';
import { entities } from '../../domain/notebook.ts';
import { own } from '../../domain/words/own.ts';
import type { Prisma } from '../generated/sqlite/client.ts';

type Models = Prisma.TypeMap['model'];
type ModelName = keyof Models;

/** What any table may have in plain text: ids, and the digest of a name. */
type Key = 'id' | 'userId' | 'accountId' | 'communityId' | 'writeId' | 'nameKey';
type TextIn<Row> = { [Name in keyof Row]: [Extract<Row[Name], string>] extends [never] ? never : Name }[keyof Row];
/**
 * What has to be said of the columns of a row that are `Declared` nowhere else: each that holds text is encrypted or
 * plain. Without that it does not compile, nor with a declared column that no row has.
 */
export type Decisions<Row, Declared extends PropertyKey> = Record<
  Exclude<TextIn<Row>, Declared | Key>,
  'encrypted' | 'plain'
> &
  Record<Exclude<Declared, keyof Row>, never>;

const declared = { ...entities, User: settings };
type Declared<Name> = Name extends keyof typeof declared ? keyof (typeof declared)[Name]['columns'] : never;
type DecisionsOn<Name extends ModelName> = Decisions<Models[Name]['payload']['scalars'], Declared<Name>>;
type AllDecisions = {
  [Name in ModelName as [keyof DecisionsOn<Name>] extends [never] ? never : Name]: DecisionsOn<Name>;
};

/** The columns of the machinery: of what nobody keeps in a notebook. */
const machinery: AllDecisions = {
  Account: { platform: 'plain', scope: 'plain', externalId: 'plain', directChannel: 'plain' },
  CalendarFeed: { secretHash: 'plain', given: 'plain' },
  Community: {
    platform: 'plain',
    externalId: 'plain',
    name: 'encrypted',
    zone: 'plain',
    tipsChannel: 'plain',
    tipsZone: 'plain',
    problem: 'plain',
    setUpBy: 'plain',
    pingRole: 'plain',
    ownLine: 'encrypted',
    ownLineOn: 'plain',
    skipOn: 'plain',
  },
  CommunityChange: { what: 'plain' },
  Delivery: {
    kind: 'plain',
    recipientKey: 'plain',
    occurrence: 'plain',
    lane: 'plain',
    status: 'plain',
    messageId: 'plain',
    reason: 'plain',
    detail: 'plain',
    items: 'plain',
  },
  KeyCheck: { word: 'encrypted' },
  LaneOwner: { lane: 'plain', owner: 'plain' },
  Link: { formerUserId: 'plain', moved: 'encrypted' },
  LinkCode: { codeHash: 'plain', handle: 'plain' },
  LinkTry: { key: 'plain' },
  PendingCall: { call: 'encrypted' },
  Request: { requestId: 'plain', verb: 'plain', result: 'encrypted' },
  SetAside: { model: 'plain', rowId: 'plain', ownerId: 'plain', error: 'plain' },
  SlackInstallation: { app: 'encrypted' },
  SlackUpload: { team: 'plain', fileId: 'plain' },
  StoppedLane: { lane: 'plain' },
  TakeAway: { codeHash: 'plain', handle: 'plain' },
  UnansweredRequest: { platform: 'plain', scope: 'plain', externalId: 'plain', bot: 'plain', request: 'encrypted' },
  UnfoundQuestion: { words: 'encrypted' },
  Undo: { what: 'encrypted', changes: 'encrypted' },
  User: { deliverTo: 'plain', moved: 'plain' },
};

const ofEntities = Object.entries<{ columns: Columns }>(declared).map(([model, { columns }]) => ({
  model,
  names: encryptedIn(columns),
}));
const ofMachinery = Object.entries<Readonly<Record<string, string>>>(machinery).map(([model, columns]) => ({
  model,
  names: Object.keys(columns).filter(name => columns[name] === 'encrypted'),
}));

/** The table of a model, to which what is sealed in it is bound. */
export const tableOf = (model: string): string => own<{ table: string }>(entities, model)?.table ?? model;

/** Every column that holds a name, a place or free text, by model, where it has any. */
export const encryptedColumns: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  [...ofEntities, ...ofMachinery].filter(({ names }) => names.length > 0).map(({ model, names }) => [model, names]),
);

import { MOST_FILE_BYTES } from '../core/commands/givenFile.ts';

/**
 * Every number that Slack and Discord enforce, by its name, once. Texts count in UTF-16 units unless a name says
 * otherwise: where a platform counts code points, it lets through at least as much.
 */

/** Discord: REST v10, Components V2. */
export const discord = {
  /** Characters of text over all of a message. */
  messageText: 4000,
  /** Components of a message, those within others too. */
  components: 40,
  buttonsInRow: 5,
  buttonLabel: 80,
  customId: 100,
  selectOptions: 25,
  /** Label, value and description of a select's option. */
  selectOption: 100,
  selectPlaceholder: 150,
  /** What a picture shows, for those who do not see it. */
  alt: 1024,
  attachments: 10,
  fileBytes: 10 * 1024 * 1024,
  modalTitle: 45,
  modalFields: 5,
  fieldLabel: 45,
  fieldDescription: 100,
  fieldPlaceholder: 100,
  fieldText: 4000,
  completions: 25,
  completionName: 100,
  completionValue: 100,
  commandDescription: 100,
  nonce: 25,
  /** How long the first answer to an interaction may take, and how long the interaction's token lives. */
  answerMs: 3000,
  tokenMs: 15 * 60_000,
  /** Requests of a bot, interaction callbacks aside; new messages in one channel. */
  requests: { count: 50, ms: 1000 },
  channelMessages: { count: 5, ms: 5000 },
} as const;

/** Slack: Block Kit, Web API. */
export const slack = {
  header: 150,
  context: 2000,
  sectionText: 3000,
  buttonText: 75,
  buttonsInRow: 5,
  /** Slack takes 100 in a message's menu; with so many, two menus fit a message's `messageText`. */
  messageMenuOptions: 25,
  menuOptions: 100,
  menuOption: 75,
  menuValue: 150,
  placeholder: 150,
  actionId: 255,
  buttonValue: 2000,
  /** Blocks of a message; of a modal or the Home tab. */
  blocks: 50,
  viewBlocks: 100,
  /** Characters over all blocks of a message. */
  messageText: 13_200,
  modalTitle: 24,
  fieldLabel: 2000,
  fieldText: 3000,
  privateMetadata: 3000,
  /** How long an acknowledgement may take, and how long a trigger and a response URL live. */
  answerMs: 3000,
  triggerMs: 3000,
  responseUrlMs: 30 * 60_000,
  responseUrlUses: 5,
  /** Messages of a workspace and of one channel; calls of a method of tier 3. */
  messages: { count: 200, ms: 60_000 },
  channelMessages: { count: 1, ms: 1000 },
  tier3: { count: 50, ms: 60_000 },
} as const;

/** A file that somebody gives: as much as an option of the kind `file` holds. */
export const givenFile = { bytes: MOST_FILE_BYTES, ms: 20_000 } as const;

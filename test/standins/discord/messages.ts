import { ComponentType, MessageFlags } from 'discord.js';
import { z } from 'zod';
import { actionRow, snowflake, text, topLevel, whole } from './components.ts';
import { fault, readForm } from './errors.ts';
import { all, checkCustomIds, type MessageComponent, numbered } from './walk.ts';

const CONTENT = 2000;
const EMBED_TEXT = 6000;
const V2_COMPONENTS = 40;
const V2_TEXT = 4000;

const optionalText = (max: number) => text(max, 0).nullish();
const link = z.object({ url: z.string().max(2048) }).nullish();

const embed = z.object({
  title: optionalText(256),
  description: optionalText(4096),
  url: optionalText(2048),
  color: whole(0, 0xffffff).nullish(),
  timestamp: z.string().nullish(),
  footer: z.object({ text: text(2048), icon_url: optionalText(2048) }).nullish(),
  author: z.object({ name: text(256), url: optionalText(2048), icon_url: optionalText(2048) }).nullish(),
  image: link,
  thumbnail: link,
  fields: z
    .array(z.object({ name: text(256), value: text(1024), inline: z.boolean().nullish() }))
    .max(25)
    .nullish(),
});
export type Embed = z.output<typeof embed>;

/** All the text of an embed that counts toward the limit of 6000. */
export const embedTexts = (it: Embed): string[] =>
  [
    it.title,
    it.author?.name,
    it.description,
    ...(it.fields ?? []).flatMap(f => [f.name, f.value]),
    it.footer?.text,
  ].filter(part => typeof part === 'string');

const embeds = z
  .array(embed)
  .max(10)
  .superRefine((list, issues) => {
    if (list.flatMap(embedTexts).join('').length > EMBED_TEXT)
      issues.addIssue(fault('MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${EMBED_TEXT}`));
  });

const allowedMentions = z
  .object({
    parse: z.array(z.enum(['everyone', 'users', 'roles'])).nullish(),
    users: z.array(snowflake).max(100).nullish(),
    roles: z.array(snowflake).max(100).nullish(),
    replied_user: z.boolean().nullish(),
  })
  .superRefine((it, issues) => {
    for (const kind of ['users', 'roles'] as const)
      if (it[kind]?.length && it.parse?.includes(kind))
        issues.addIssue(
          fault(
            'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
            `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
          ),
        );
  });
export type AllowedMentions = z.output<typeof allowedMentions>;

const common = {
  flags: z.int().nullish(),
  allowed_mentions: allowedMentions.nullish(),
  attachments: z
    .array(
      z.object({
        id: z.union([snowflake, z.int()]).transform(String),
        filename: text(1024).nullish(),
        description: text(1024, 0).nullish(),
      }),
    )
    .max(10)
    .nullish(),
  nonce: z.union([text(25, 0), z.int()]).nullish(),
  enforce_nonce: z.boolean().nullish(),
};

const legacy = z
  .object({
    ...common,
    content: text(CONTENT, 0).nullish(),
    embeds: embeds.nullish(),
    components: z
      .array(z.discriminatedUnion('type', [actionRow]))
      .max(5)
      .nullish(),
  })
  .superRefine(({ components }, issues) => checkCustomIds(components ?? [], issues));

const forbidden = (field: string) =>
  z
    .custom<null>(value => value === null || value === '' || (Array.isArray(value) && !value.length), {
      params: { code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2' },
      message: `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    })
    .optional();

const componentsV2 = z
  .object({
    ...common,
    content: forbidden('content'),
    embeds: forbidden('embeds'),
    components: z.array(topLevel).max(V2_COMPONENTS).nullish(),
  })
  .superRefine(({ components }, issues) => {
    const nodes = all(components ?? []);
    checkCustomIds(components ?? [], issues);
    if (nodes.length > V2_COMPONENTS)
      issues.addIssue(
        fault('COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', `The maximum number of total components is ${V2_COMPONENTS}`, [
          'components',
        ]),
      );
    const written = nodes.map(it => (it.type === ComponentType.TextDisplay ? it.content.length : 0));
    if (written.reduce((sum, it) => sum + it, 0) > V2_TEXT)
      issues.addIssue(
        fault('COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', `Total displayable text size exceeds ${V2_TEXT}`, [
          'components',
        ]),
      );
  });

/** What a request to create or edit a message says; a field that is absent is left as it is. */
export interface MessageForm {
  content?: string | null | undefined;
  embeds?: Embed[] | null | undefined;
  components?: MessageComponent[] | null | undefined;
  flags?: number | null | undefined;
  allowed_mentions?: AllowedMentions | null | undefined;
  attachments?:
    | { id: string; filename?: string | null | undefined; description?: string | null | undefined }[]
    | null
    | undefined;
  nonce?: string | number | null | undefined;
  enforce_nonce?: boolean | null | undefined;
}

const flagsOnly = z.object({ flags: z.int().nullish() });

/**
 * Reads the body of a message; throws 50035 where it breaks a rule.
 * @param json the body as sent
 * @param before the flags that the message already has: Components V2 cannot be taken back
 * @param fileNames what `attachment://` may refer to
 */
export function readMessage(json: unknown, before: number, fileNames: string[]): MessageForm {
  const flags = (readForm(flagsOnly, json).flags ?? 0) | before;
  const schema = flags & MessageFlags.IsComponentsV2 ? componentsV2 : legacy;
  const form: MessageForm = readForm(
    z
      .unknown()
      .superRefine((_, issues) => checkReferences(json, fileNames, issues))
      .pipe(schema),
    json,
  );
  return { ...form, ...(form.components && { components: numbered(form.components) }) };
}

/** Every `attachment://name`, wherever it stands in a message, names a file of that message. */
function checkReferences(json: unknown, fileNames: string[], issues: z.RefinementCtx): void {
  for (const [, name] of JSON.stringify(json ?? null).matchAll(/"url":"attachment:\/\/([^"]*)"/g))
    if (!fileNames.includes(decodeURIComponent(name ?? '')))
      issues.addIssue(
        fault(
          'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
          `The referenced attachment ${name} was not found`,
          ['components'],
        ),
      );
}

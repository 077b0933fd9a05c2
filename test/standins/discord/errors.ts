import type { z } from 'zod';

/** Discord's refusals by name: HTTP status, JSON error code, message. */
const REFUSALS = {
  unauthorized: [401, 0, '401: Unauthorized'],
  notFound: [404, 0, '404: Not Found'],
  unknownChannel: [404, 10003, 'Unknown Channel'],
  unknownGuild: [404, 10004, 'Unknown Guild'],
  unknownMessage: [404, 10008, 'Unknown Message'],
  unknownUser: [404, 10013, 'Unknown User'],
  unknownWebhook: [404, 10015, 'Unknown Webhook'],
  unknownInteraction: [404, 10062, 'Unknown interaction'],
  foreignApplication: [403, 20012, 'You are not authorized to perform this action on this application'],
  tooLarge: [413, 40005, 'Request entity too large'],
  alreadyAcknowledged: [400, 40060, 'Interaction has already been acknowledged.'],
  missingAccess: [403, 50001, 'Missing Access'],
  foreignMessage: [403, 50005, 'Cannot edit a message authored by another user'],
  emptyMessage: [400, 50006, 'Cannot send an empty message'],
  closedDms: [403, 50007, 'Cannot send messages to this user'],
  missingPermissions: [403, 50013, 'Missing Permissions'],
  invalidWebhookToken: [401, 50027, 'Invalid Webhook Token'],
  invalidForm: [400, 50035, 'Invalid Form Body'],
  entryPointMissing: [
    400,
    50240,
    "You cannot remove this app's Entry Point command in a bulk update operation. Include the Entry Point command in your update request or delete it separately.",
  ],
  invalidJson: [400, 50109, 'The request body contains invalid JSON.'],
  noMutualGuilds: [403, 50278, 'Cannot send messages to this user due to having no mutual guilds'],
} as const;

/** An answer other than success: what the REST routes turn into a status and a JSON body. */
export class Refusal extends Error {
  status: number;
  body: { code: number; message: string; errors?: object };

  constructor(name: keyof typeof REFUSALS, errors?: object) {
    const [status, code, message] = REFUSALS[name];
    super(message);
    this.status = status;
    this.body = { code, message, ...(errors && { errors }) };
  }
}

/** Code and message of one wrong field, as Discord words them. */
type Fault = { code: string; message: string };
type Issue = z.core.$ZodIssue;

const length = (origin: string) => origin === 'string' || origin === 'array';

/** What a failed check of zod's is called by Discord. */
function faultOf(issue: Issue): Fault {
  if (issue.code === 'custom')
    return { code: String(issue.params?.code ?? 'BASE_TYPE_INVALID'), message: issue.message };
  if (issue.code === 'too_big')
    return length(issue.origin)
      ? { code: 'BASE_TYPE_BAD_LENGTH', message: `Must be ${issue.maximum} or fewer in length.` }
      : { code: 'NUMBER_TYPE_MAX', message: `Value should be less than or equal to ${issue.maximum}.` };
  if (issue.code === 'too_small')
    return length(issue.origin)
      ? { code: 'BASE_TYPE_BAD_LENGTH', message: `Must be ${issue.minimum} or more in length.` }
      : { code: 'NUMBER_TYPE_MIN', message: `Value should be greater than or equal to ${issue.minimum}.` };
  if (issue.input === undefined && issue.code === 'invalid_type')
    return { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
  if (issue.code === 'invalid_value')
    return { code: 'BASE_TYPE_CHOICES', message: `Value must be one of (${issue.values.join(', ')}).` };
  if (issue.code === 'invalid_union')
    return {
      code: 'UNION_TYPE_CHOICES',
      message: `Value of field "${String(issue.path.at(-1))}" is not one of the choices.`,
    };
  return { code: 'BASE_TYPE_INVALID', message: issue.message };
}

/** Nests faults under their paths, as the `errors` of a 50035 are: `{ components: { 0: { label: { _errors } } } }`. */
function nest(issues: Issue[]): object {
  type Node = { [key: string]: Node | Fault[] };
  const root: Node = {};
  for (const issue of issues) {
    const node = issue.path.reduce<Node>((at, key) => {
      at[String(key)] ??= {};
      return at[String(key)] as Node;
    }, root);
    node._errors = [...((node._errors as Fault[] | undefined) ?? []), faultOf(issue)];
  }
  return root;
}

/** Reads a request's body by `schema`; throws the 50035 refusal with nested `errors` where it does not fit. */
export function readForm<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  throw new Refusal('invalidForm', nest(result.error.issues));
}

/** A custom zod issue that carries Discord's own code. */
export const fault = (code: string, message: string, path: PropertyKey[] = []) => ({
  code: 'custom' as const,
  message,
  path,
  params: { code },
});

import { type Call, rawCall } from './call.ts';
import { HOME } from './typed.ts';

/** Longer words are no greeting and no wish to stop. */
const SHORT = 120;

/** Before what somebody wants, these say no more. */
export const PLEASE =
  "(?:(?:please|pls|can you|could you|would you|will you|hey|ok|okay|bot|just|i want to|i would like to|i'd like to|let me|let's),? )*";

/** What people write to a bot without knowing its commands, and the call that it comes to. */
const sayings: readonly [RegExp, Call][] = [
  [
    /^(?:hi+|hello+|hey+|hiya|howdy|yo|sup|hola|greetings|good (?:morning|afternoon|evening)|start|begin|get started|home|menu|main menu)(?:,? (?:there|bot|backchannel|again|everyone))*$/,
    rawCall(HOME),
  ],
  [
    /^(?:help(?: me| please)*|please help|i need help|commands|(?:list|show|all)(?: me)?(?: all| the| your)* commands|options|instructions|usage|what can (?:you|i|it|this)(?: bot)? (?:do|say|type|ask)(?: here| for me)?|how (?:does|do) (?:this|it|you|i)(?: bot)? (?:work|use (?:this|it|you))|how to use (?:this|it)|what (?:are you|is this|do you do)|who are you|what now)$/,
    rawCall(HOME, { help: 'commands' }),
  ],
  [
    new RegExp(`^${PLEASE}(?:(?:show|see)(?: me)? )?(?:(?:my|this|next|the|coming) ){0,2}week(?: ahead)?$`),
    rawCall(HOME, { show: 'week' }),
  ],
  [
    new RegExp(
      `^${PLEASE}(?:stop|unsubscribe|opt[ -]?out|pause|mute|shut up|quiet|be quiet|leave me alone|quit|enough|go away|remove me|no more(?: (?:messages|reminders|dms|notifications))?|stop (?:it|this|all|everything|please|now|(?:messaging|texting|writing|dming|sending|bothering|spamming|pinging|reminding|notifying)\\b.*|(?:the |these |all |your |my )*(?:messages|reminders|notifications|dms|nudges|digest|digests|spam))|(?:do not|don't|dont) (?:message|text|dm|write|contact|send|remind|bother) .*|(?:turn|switch) (?:off|it off|this off|them off)\\b.*|(?:pause|mute) (?:for|until|till) .*|(?:pause|mute|cancel|end) (?:it|this|all|everything|(?:the |these |all |your |my )*(?:messages|reminders|notifications|dms|nudges|digest))\\b.*)(?: (?:now|please|thanks|thank you))*$`,
    ),
    rawCall('stop'),
  ],
  [
    new RegExp(
      `^${PLEASE}(?:delete|erase|wipe|forget) (?:me|everything|my (?:data|account|notebook|notes)|all (?:of )?(?:it|my .*))$`,
    ),
    rawCall('my-data'),
  ],
];

/** A wish to be reminded; what follows is of what and when. */
const REMIND = new RegExp(
  `^${PLEASE}(?:(?:remind|nudge|ping) me|reminder(?!s)|(?:set|add|create|make|schedule) (?:me )?(?:a |an? )?(?:new )?reminder|(?:do not|don't|dont) let me forget)\\b[:,-]*(?: (?:to|that|about|of|for)\\b)?\\s*(.*)$`,
  'is',
);

/** The call behind what people say to a bot: a greeting, a cry for help, a wish to stop. */
export function saidTo(words: string): Call | undefined {
  if (/^\?+$/.test(words)) return rawCall(HOME, { help: 'commands' });
  const said = words.toLowerCase().replace(/[\s.!?,]+$/, '');
  return said.length <= SHORT ? sayings.find(([pattern]) => pattern.test(said))?.[1] : undefined;
}

/** The reminder that somebody asks for, its words as they are; its form where there are none. */
export function remindedOf(words: string): Call | undefined {
  const [, what] = (words.length <= LONGEST_WISH && REMIND.exec(words)) || [];
  if (what === undefined) return undefined;
  return what === '' ? { ...rawCall('reminders'), form: true } : rawCall('reminders', { what });
}
const LONGEST_WISH = 1000;

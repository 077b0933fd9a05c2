import { readZone } from '../../domain/time/zones.ts';
import type { Reading } from '../../domain/words/reading.ts';
import type { Call } from './call.ts';
import type { Form } from './command.ts';
import type { OptionSpec } from './options.ts';

/**
 * What any call may carry beside its options: where its writer is. It is the answer to a question about the call, kept
 * before the call goes on as it was.
 */
export const OWN_ZONE = 'own-zone';

/** The one field of its form. */
export const ownZoneSpec: OptionSpec = {
  name: OWN_ZONE,
  kind: 'zone',
  label: 'Your city, or your time zone',
  description: 'Boston, Lahore, Central',
  hint: 'Boston, Lahore, Central',
  required: true,
  screened: false,
  suggests: true,
};

/** The call as it was, and what was said of its writer's zone, if anything was. */
export function apartFromZone({ options, ...made }: Call): { call: Call; ownZone: Reading<string> | undefined } {
  const { [OWN_ZONE]: said, ...others } = options;
  return { call: { ...made, options: others }, ownZone: said?.trim() ? readZone(said) : undefined };
}

/** The form that asks for it, with the call behind it; undefined where the call asks for none. */
export function ownZoneForm(made: Call): Form | undefined {
  if (!made.form || made.options[OWN_ZONE] === undefined) return undefined;
  const { form: _, ...rest } = apartFromZone(made).call;
  return {
    command: made.command,
    title: 'Where are you?',
    submit: 'Continue',
    fields: [ownZoneSpec],
    values: {},
    rest,
  };
}

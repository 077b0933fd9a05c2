import { modelsText } from '../../scripts/schemaEngine.ts';
import { NOW } from './databases.ts';

interface Column {
  name: string;
  type: string;
  isOptional: boolean;
}

/** The columns of a model, as its text has them. */
export function columnsInText(model: string): Column[] {
  const body = new RegExp(`^model ${model} \\{\\n([^}]+)\\}`, 'm').exec(modelsText())?.[1] ?? '';
  return [...body.matchAll(/^ +(\w+) +(String|Int|Boolean|DateTime)\b(\?)?/gm)].map(
    ([, name = '', type = '', optional]) => ({ name, type, isOptional: optional !== undefined }),
  );
}

/** Columns that name a row of another model, which comes first. */
const parentColumns: Readonly<Record<string, string>> = {
  userId: 'User',
  contactId: 'Contact',
  programId: 'Program',
  accountId: 'Account',
  communityId: 'Community',
};
/** A row with something in every column that there is, and nobody else's; every third leaves out what may be. */
export function filledRow(model: string, index: number): Record<string, string | number | boolean | Date | null> {
  const values: Record<string, number | boolean | Date> = {
    Int: index,
    Boolean: index % 2 === 0,
    DateTime: new Date(NOW.epochMilliseconds + index * 1001),
  };
  return Object.fromEntries(
    columnsInText(model).map(({ name, type, isOptional }) => {
      if (name === 'id') return [name, `${model} ${index}`];
      if (parentColumns[name]) return [name, `${parentColumns[name]} ${index}`];
      if (isOptional && index % 3 === 2) return [name, null];
      return [name, values[type] ?? `${name} ${index} “Zoë 🩺”\n`];
    }),
  );
}

/** A statement that makes a table, or that adds to one. */
const MAKES = /^CREATE TABLE "(\w+)"/;
const ADDS = /^(?:CREATE (?:UNIQUE )?INDEX "\w+" ON|ALTER TABLE) "(\w+)"/;

/**
 * The tables that a migration makes, if it touches no others: then taking them away takes all of it back, however far
 * it came. undefined for a migration that changes what was there.
 */
export function tablesMadeBy(sql: string): string[] | undefined {
  const statements = sql
    .replace(/^\s*--.*$/gm, '')
    .split(';')
    .map(statement => statement.trim())
    .filter(Boolean);
  const made = statements.flatMap(statement => MAKES.exec(statement)?.[1] ?? []);
  const others = statements.filter(
    statement => !MAKES.test(statement) && !made.includes(ADDS.exec(statement)?.[1] ?? ''),
  );
  return others.length === 0 ? made : undefined;
}

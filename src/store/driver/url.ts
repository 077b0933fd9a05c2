/** The path of a SQLite database (`file:data/backchannel.db`); undefined for PostgreSQL. */
export const sqlitePath = (databaseUrl: string): string | undefined =>
  databaseUrl.startsWith('file:') ? databaseUrl.slice('file:'.length).replace(/^\/\/(?=\/)/, '') : undefined;

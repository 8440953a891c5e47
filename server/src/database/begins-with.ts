import { type Expression, type SqlBool, sql } from 'kysely';

/** Columns that hold codes of areas or categories. */
export type CodeColumn = 'scope_area' | 'category' | 'area';

/** Comes after every text that begins with the word. */
export const until = (word: string): string => `${word}\uffff`;

/**
 * Codes that begin so, by a range in the order of the indexes, which is not that of every database. PostgreSQL looks this up
 * below row-level security, where `like` and patterns would be tried on each row.
 */
export const beginsWith = (column: CodeColumn, code: string): Expression<SqlBool> =>
  sql<SqlBool>`(${sql.ref(column)} collate "C" >= ${code} and ${sql.ref(column)} collate "C" < ${until(code)})`;

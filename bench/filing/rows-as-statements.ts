import type { Captured, Value } from './captured.ts';

/** One insert of a filing, with the values it takes: a list for each column where there are several rows. */
export interface Insert {
  readonly name: string;
  readonly text: string;
  readonly values: readonly (Value | readonly Value[])[];
}

/**
 * The rows of one filing as inserts with parameters, the quickest way of each kind that plain `pg` has: one row by its
 * values, several by a list for each column.
 */
export function rowsAsStatements(captured: readonly Captured[]): readonly Insert[] {
  return captured.map(({ table, columns, rows }): Insert => {
    const into = `insert into ${table} (${columns.map(({ name }) => name).join(', ')})`;
    const [first = [], second] = rows;
    if (second === undefined) {
      const listed = columns.map(({ type }, at) => `$${at + 1}::${type}`).join(', ');
      return { name: table, text: `${into} values (${listed})`, values: first };
    }
    if (columns.some(({ type }) => type.endsWith('[]'))) {
      const width = columns.length;
      const tuples = rows.map(
        (_, row) => `(${columns.map(({ type }, at) => `$${row * width + at + 1}::${type}`).join(', ')})`,
      );
      return { name: table, text: `${into} values ${tuples.join(', ')}`, values: rows.flat() };
    }
    const lists = columns.map(({ type }, at) => `$${at + 1}::${type}[]`).join(', ');
    return {
      name: table,
      text: `${into} select * from unnest(${lists})`,
      values: columns.map((_, at) => rows.map((row) => row[at] ?? null)),
    };
  });
}

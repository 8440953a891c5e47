import type { Captured, Value } from './captured.ts';

const literal = (value: string): string => `'${value.replaceAll("'", "''")}'`;

function sqlOf(value: Value, type: string): string {
  if (value === null) return 'null';
  if ('same' in value) return literal(value.same);
  if ('newText' in value) return `(${literal(value.newText)} || :r::text)`;
  return `(${literal(value.newId)} || '-8' || substr(md5(:r::text), 1, 3) || '-' || substr(md5(:r::text), 4, 12))::${type}`;
}

/** The rows of one filing as a script for pgbench: one transaction of inserts in which ids are new each time. */
export function rowsAsScript(captured: readonly Captured[]): string {
  const statements = captured.map(({ table, columns, rows }) => {
    const tuples = rows.map(
      (row) => `(${row.map((value, at) => sqlOf(value, columns[at]?.type ?? 'text')).join(', ')})`,
    );
    return `insert into ${table} (${columns.map(({ name }) => name).join(', ')}) values ${tuples.join(', ')};`;
  });
  return ['\\set r random(1, 9000000000000000000)', 'begin;', ...statements, 'commit;', ''].join('\n');
}

import type { OwnerSession } from './migrate.ts';

/** TypeScript type of a column by PostgreSQL type name, as our parsers give it. Reading, then writing where it differs. */
const types: Readonly<Record<string, string>> = {
  bool: 'boolean',
  bytea: 'Uint8Array',
  date: 'string',
  float4: 'number',
  float8: 'number',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  jsonb: 'Json',
  numeric: 'string',
  text: 'string',
  time: 'string',
  timestamptz: 'string',
  uuid: 'string',
};

interface Column {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly filled: boolean;
}

function typeOf(column: Column): string {
  const isArray = column.type.startsWith('_');
  const element = types[isArray ? column.type.slice(1) : column.type];
  if (element === undefined) throw new Error(`column ${column.name} has type ${column.type}, which has no parser`);
  const base = `${element}${isArray ? '[]' : ''}${column.nullable ? ' | null' : ''}`;
  if (!column.filled) return base;
  return base === 'Json' ? 'FilledJson' : `Generated<${base}>`;
}

/** `case_event` → `CaseEvent`. */
function interfaceName(table: string): string {
  return table.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function describe(table: string, columns: readonly Column[]): string {
  const lines = columns.map((column) => `  ${column.name}: ${typeOf(column)};`);
  return `export interface ${interfaceName(table)}Table {\n${lines.join('\n')}\n}\n`;
}

const columnsSql = `
  select table_name, column_name, udt_name, is_nullable, column_default is not null or is_identity = 'YES'
      or is_generated = 'ALWAYS' as filled
  from information_schema.columns
  -- Views are not ours: Citus has some.
  where table_schema = 'public' and table_name in (select table_name from information_schema.tables where table_type = 'BASE TABLE')
  order by table_name collate "C", ordinal_position`;

/** The text of `tables.ts` for the schema as it is. @throws Error for a column type without a parser. */
export async function describeTables(owner: OwnerSession): Promise<string> {
  const tables = new Map<string, Column[]>();
  for (const row of await owner.query(columnsSql)) {
    const columns = tables.get(String(row['table_name'])) ?? [];
    columns.push({
      name: String(row['column_name']),
      type: String(row['udt_name']),
      nullable: row['is_nullable'] === 'YES',
      filled: row['filled'] === true,
    });
    tables.set(String(row['table_name']), columns);
  }
  const bodies = [...tables].map(([table, columns]) => describe(table, columns));
  const filledJson = [
    '/** jsonb with a default. */',
    'type FilledJson = ColumnType<unknown, string | undefined, string>;',
    '',
  ];
  const head = [
    "import type { ColumnType, Generated } from 'kysely';",
    '',
    '// Made by `npm run tables` from the migrations; do not edit.',
    '',
    '/** jsonb: read parsed, written as text, because an array would be taken for an SQL array. */',
    'export type Json = ColumnType<unknown, string, string>;',
    '',
    ...(bodies.some((body) => body.includes('FilledJson')) ? filledJson : []),
  ].join('\n');
  const index = [...tables.keys()].map((table) => `  ${table}: ${interfaceName(table)}Table;`);
  return `${head}\n${bodies.join('\n')}\n/** Every table by name. */\nexport interface Tables {\n${index.join('\n')}\n}\n`;
}

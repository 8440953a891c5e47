/** The parts of a migration file, in the order in which they run. */
export const phases = ['tables', 'distribute', 'keys', 'indexes', 'functions', 'grants', 'policies'] as const;
export type Phase = (typeof phases)[number];

export interface Statement {
  readonly phase: Phase;
  readonly sql: string;
}

const token =
  /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|(\$[A-Za-z_]*\$)[\s\S]*?\1|;|[^;'"$/-]+|[\s\S]/gy;

/** Cuts SQL into statements at the semicolons that stand outside quotes, dollar quotes and comments. */
export function splitStatements(sql: string): string[] {
  const statements: string[] = [];
  let current = '';
  for (const [piece] of sql.matchAll(token)) {
    if (piece.startsWith('--') || piece.startsWith('/*')) continue;
    if (piece !== ';') {
      current += piece;
      continue;
    }
    statements.push(current.trim());
    current = '';
  }
  if (current.trim() !== '') throw new Error(`migration ends inside a statement: ${current.trim().slice(0, 80)}`);
  return statements.filter((statement) => statement !== '');
}

/**
 * Reads a migration file: parts begin with a line `-- @tables` (or another phase), in the order of `phases`.
 * @throws Error naming what is wrong when a part is unknown, out of order, or something stands before the first.
 */
export function readMigration(text: string): Statement[] {
  const [head = '', ...parts] = text.split(/^-- @/m);
  if (splitStatements(head).length > 0) throw new Error('migration has statements before its first -- @phase line');
  let last = -1;
  return parts.flatMap((part) => {
    const end = part.indexOf('\n') === -1 ? part.length : part.indexOf('\n');
    const phase = part.slice(0, end).trim() as Phase;
    const position = phases.indexOf(phase);
    if (position === -1) throw new Error(`migration has an unknown phase @${phase}`);
    if (position <= last) throw new Error(`migration phase @${phase} is out of order (${phases.join(', ')})`);
    last = position;
    return splitStatements(part.slice(end)).map((sql) => ({ phase, sql }));
  });
}

import { isWordId } from '@gezhi/contract/words/index';
import type { WordId } from '@gezhi/contract/words/index';

/** How a thing that is data is named: `named('rules.column.', 'stage')`, or itself where nothing names it. */
export type Named = (start: string, thing: string) => string;

/** Where in a body of rules something is wrong or different, in words for people. */
export interface PlaceInRules {
  /** Number of the row as people count, from 1; absent outside tables. */
  readonly row: number | undefined;
  /** Name of the row. */
  readonly name: string | undefined;
  /** Name of the column, or of the setting. */
  readonly column: string;
}

const tables = ['rows', 'categories', 'kinds', 'formulas', 'roles', 'everyday'];

/** Finds the row and the column that a path such as `rows.0.amount.amount` means. */
export function placeInRules(path: readonly PropertyKey[], body: unknown, named: Named): PlaceInRules {
  const steps = path.map(String);
  const [table = '', at = ''] = steps;
  const number = Number(at);
  if (!tables.includes(table) || at === '' || !Number.isInteger(number)) {
    return { row: undefined, name: undefined, column: settingName(steps, named) };
  }
  const list = (body as Readonly<Record<string, unknown>> | undefined)?.[table];
  const row: unknown = Array.isArray(list) ? list[number] : undefined;
  const rest = steps.slice(2).filter((step) => !/^\d+$/.test(step));
  return { row: number + 1, name: nameOfRow(row), column: columnName(rest, named) };
}

function nameOfRow(row: unknown): string | undefined {
  if (typeof row === 'string') return row;
  if (typeof row !== 'object' || row === null) return undefined;
  const { id, code, when, name } = row as Readonly<Record<string, unknown>>;
  const zh = typeof name === 'object' && name !== null && 'zh' in name ? name.zh : undefined;
  return [zh, id, code, when].find((one) => typeof one === 'string' && one !== '') as string | undefined;
}

/** The longest beginning that the catalogue knows: `lead` for `lead.org.x`. */
function columnName(steps: readonly string[], named: Named): string {
  for (let end = steps.length; end > 0; end--) {
    const column = steps.slice(0, end).join('.');
    const name = named('rules.column.', column);
    if (name !== column) return name;
  }
  return steps.join('.');
}

function settingName(steps: readonly string[], named: Named): string {
  const path = steps.filter((step) => !/^\d+$/.test(step)).join('.');
  const name = named('rules.setting.', path);
  return name === path ? named('rules.column.', path) : name;
}

/** What is wrong, by the code and numbers of the check. */
export interface RuleIssue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly origin?: string | undefined;
  readonly minimum?: number | bigint | undefined;
  readonly maximum?: number | bigint | undefined;
}

/** The message of an issue with its values. */
export interface IssueWords {
  readonly id: WordId;
  readonly values: Readonly<Record<string, string | number>>;
}

const plain = (id: WordId): IssueWords => ({ id, values: {} });

/** What to say of an issue; the value that stands there tells a missing part from a wrong one. */
export function issueWords(issue: RuleIssue, body: unknown): IssueWords {
  const own = `problem.field.${issue.message}`;
  if (isWordId(own)) return plain(own);
  const value = issue.path.reduce<unknown>((tree, step) => (tree as never)?.[step], body);
  if (value === undefined || value === '') return plain('problem.field.missing');
  const sort = issue.origin === 'string' ? 'characters' : issue.origin === 'array' ? 'entries' : 'number';
  if (issue.code === 'too_small' && issue.minimum !== undefined) {
    return { id: `problem.field.${sort}.least`, values: { limit: Number(issue.minimum) } };
  }
  if (issue.code === 'too_big' && issue.maximum !== undefined) {
    return { id: `problem.field.${sort}.most`, values: { limit: Number(issue.maximum) } };
  }
  if (issue.code === 'invalid_value') return plain('rules.fault.choice');
  if (issue.code === 'invalid_format') return plain('rules.fault.format');
  if (issue.code === 'unrecognized_keys') return plain('rules.fault.unexpected');
  return plain(issue.code === 'invalid_type' ? 'rules.fault.type' : 'problem.field.invalid');
}

/** Where two versions differ: the row by its id, and the column it is in. */
export interface PlaceOfDifference {
  /** Absent outside tables. */
  readonly row: string | undefined;
  /** Path of the column inside the row; blank where the whole row is new or gone. */
  readonly column: string;
}

/**
 * Cuts a path such as `rows.accept.ordinary.amount.amount`. Ids of rows may have dots themselves, so the column is the
 * longest end that the catalogue knows.
 */
export function placeOfDifference(path: string, named: Named): PlaceOfDifference {
  const [table = '', ...steps] = path.split('.');
  if (!tables.includes(table) || steps.length === 0) return { row: undefined, column: path };
  for (let start = 1; start < steps.length; start++) {
    const column = steps.slice(start).join('.');
    if (named('rules.column.', column) !== column) return { row: steps.slice(0, start).join('.'), column };
  }
  return { row: steps.join('.'), column: '' };
}

import type { RuleVersionRow } from '@gezhi/contract/rules/index';
import { permissions } from '@gezhi/domain/access/index';
import { caseKinds, clockKinds, levels, lightTests, stages, urgencies } from '@gezhi/domain/cases/index';
import { ruleIdWords } from '../../ui/cases/rule-words.ts';

type Kind = RuleVersionRow['kind'];

/** Codes of a column whose names stand in a catalogue, by the beginning of the message id. */
const catalogued: Readonly<Record<string, string>> = {
  stage: 'case.stage.',
  urgency: 'case.urgency.',
  setsUrgency: 'case.urgency.',
  level: 'case.level.',
  setsLevel: 'case.level.',
  setsKind: 'case.kind.',
  light: 'case.light.',
  when: 'case.sign.',
  'amount.kind': 'rules.amount.',
  'lead.kind': 'rules.body.',
  'unit.per': 'rules.unit.',
  'window.days': 'rules.days.',
  size: 'rules.size.',
  use: 'rules.use.',
};

/** Where the names of a column's codes stand; undefined where it holds plain text or numbers. */
export function catalogueOf(kind: Kind, column: string): string | undefined {
  if (column === 'kind' && (kind === 'clockRules' || kind === 'dutyList')) return 'case.kind.';
  return catalogued[column];
}

const choices: Readonly<Record<string, readonly string[]>> = {
  stage: stages.filter((stage) => stage !== 'resume'),
  urgency: urgencies,
  setsUrgency: urgencies,
  level: levels,
  setsLevel: levels,
  kind: caseKinds,
  setsKind: caseKinds,
  light: ['red', 'yellow', 'green', 'awaiting', 'none'],
  when: lightTests,
  'amount.kind': clockKinds,
  'lead.kind': ['org', 'desk', 'grid'],
  'window.days': ['workdays', 'offDays', 'all'],
  size: ['large', 'medium', 'small', 'micro'],
  use: ['general', 'exclusive'],
};

/** Choices of a column that takes only some codes; undefined where anything may be typed. */
export function choicesOf(kind: Kind, column: string): readonly string[] | undefined {
  return catalogueOf(kind, column) === undefined ? undefined : choices[column];
}

/** What a list inside a cell is made of, where it is made of codes that are known; undefined for other columns. */
export function membersOf(column: string): { readonly start: string; readonly codes: readonly string[] } | undefined {
  return column === 'permissions' ? { start: 'rules.permission.', codes: permissions } : undefined;
}

/** The list that a cell holds as JSON; undefined for plain text. */
export function listIn(value: string): readonly unknown[] | undefined {
  if (!value.startsWith('[')) return undefined;
  try {
    const read: unknown = JSON.parse(value);
    return Array.isArray(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

/** Ids of rows: they go last where another column already says what the row is for. */
export const isQuiet = (kind: Kind, column: string): boolean =>
  column === 'id' && (kind === 'summonsKinds' || kind === 'dutyList' || kind === 'roles' || kind === 'staffing');

/** What a row's own id or code stands for in words; itself where no catalogue names it. */
export function rowName(
  kind: Kind,
  column: string,
  value: string,
  named: (start: string, thing: string) => string,
): string {
  if (column !== 'id' && column !== 'code') return value;
  if (kind === 'clockRules') return ruleIdWords(value, named);
  if (kind === 'areaKinds') return named('places.kind.', value);
  return kind === 'rates' ? named('figures.rate.', value) : value;
}

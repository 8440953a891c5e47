import type { Problem } from '../../../api/call.ts';
import type { Field, FieldName } from '../../../ui/cases/command-fields.ts';
import type { Say } from '../../../words/locale.tsx';

/** What is wrong with each field, in words to stand under it. */
export type Wrong = Readonly<Partial<Record<FieldName, string>>>;

/** An issue as the check of a schema gives it. */
export interface Issue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly maximum?: number | bigint | undefined;
  readonly minimum?: number | bigint | undefined;
}

/** The fields that a schema refused, each with what to do about it. The first issue of a field is told. */
export function wrongFields(fields: readonly Field[], issues: readonly Issue[], values: Values, say: Say): Wrong {
  const wrong: Partial<Record<FieldName, string>> = {};
  for (const issue of issues) {
    const field = fields.find(({ name }) => name === issue.path[0]);
    if (field !== undefined) wrong[field.name] ??= wordsFor(field, issue, values[field.name], say);
  }
  return wrong;
}

type Values = Readonly<Record<string, unknown>>;

const written = new Set(['words', 'line']);

function wordsFor({ widget, most }: Field, issue: Issue, value: unknown, say: Say): string {
  const [, part] = issue.path;
  if (widget === 'children') {
    return typeof part === 'number' ? say('form.wrong.child', { n: part + 1 }) : say('form.invalid.two');
  }
  if (isBlank(value)) return written.has(widget) ? say('form.wrong.blank') : say('form.wrong.unchosen');
  if (typeof value === 'string' && most !== undefined && value.length > most) {
    return say('form.wrong.long', { n: most, over: value.length - most });
  }
  if (issue.code === 'too_big' && Array.isArray(value)) return say('form.wrong.many', { n: Number(issue.maximum) });
  return say('form.wrong.other');
}

function isBlank(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

/** Refusals that are about one field of the form, by their codes. */
const ofField: Readonly<Record<string, readonly FieldName[]>> = {
  'case.amountNotLarger': ['amount'],
  'case.dateNotAhead': ['until'],
  'case.unknownBody': ['lead', 'bodies'],
  'case.sameBodyTwice': ['supporting', 'bodies'],
  'case.unknownSummonsKind': ['summonsKind'],
  'case.workOrderUnclear': ['workOrder'],
  'case.unknownWorkOrder': ['workOrder'],
  'case.unknownAsk': ['ask'],
  'case.otherNotOpen': ['into'],
  'case.sameCase': ['into'],
  'case.tooFewChildren': ['children'],
  'case.category.unknown': ['category'],
};

/** What the server refused, put to the fields it is about. */
export function refusedFields(fields: readonly Field[], problem: Problem | undefined): Wrong {
  if (problem === undefined) return {};
  const wrong: Partial<Record<FieldName, string>> = {};
  for (const { path, message } of problem.errors ?? []) {
    const [start] = path.replace(/^body\./, '').split('.');
    const field = fields.find(({ name }) => name === start);
    if (field !== undefined) wrong[field.name] ??= message;
  }
  const meant = fields.find(({ name }) => ofField[problem.code]?.includes(name) === true);
  if (meant !== undefined) wrong[meant.name] ??= problem.detail ?? problem.title;
  return wrong;
}

import type { z } from 'zod';
import type { FieldError } from '../refusal.ts';

type Issue = z.core.$ZodIssue;
type Params = Readonly<Record<string, string | number>>;

/** Part of a request that did not fit its schema. */
export class InvalidRequest extends Error {
  override readonly name = 'InvalidRequest';
  readonly statusCode = 422;
  readonly errors: readonly FieldError[];
  constructor(errors: readonly FieldError[]) {
    super('request does not fit its schema');
    this.errors = errors;
  }
}

function pathOf(issue: Issue): string {
  return issue.path.map(String).join('.');
}

function bound(issue: Issue & { code: 'too_small' | 'too_big' }): { code: string; params: Params } {
  const limit = issue.code === 'too_small' ? issue.minimum : issue.maximum;
  const direction = issue.code === 'too_small' ? 'least' : 'most';
  const kind =
    issue.origin === 'string' ? 'characters' : ['array', 'set'].includes(issue.origin) ? 'entries' : 'number';
  return { code: `${kind}.${direction}`, params: { limit: Number(limit) } };
}

/** Our own code where the schema gave one (`text.blank`), else one for each kind of issue. */
function describe(issue: Issue): { code: string; params?: Params } {
  if (/^[a-z]+(\.[a-zA-Z]+)+$/.test(issue.message)) return { code: issue.message };
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined && issue.message.includes('undefined')
        ? { code: 'missing' }
        : { code: 'type', params: { expected: issue.expected } };
    case 'too_small':
    case 'too_big':
      return bound(issue);
    case 'invalid_format':
      return { code: 'format', params: { format: issue.format } };
    case 'unrecognized_keys':
      return { code: 'unexpected', params: { names: issue.keys.join(', ') } };
    case 'invalid_value':
      return { code: 'choice', params: { values: issue.values.map(String).join(', ') } };
    default:
      return { code: 'invalid' };
  }
}

/** The deepest reasons: of a union, those of the alternative that came furthest. */
function leaves(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const best = issue.errors.reduce((one, other) => (depth(other) > depth(one) ? other : one));
  if (depth(best) === 0) return [issue];
  return best.flatMap((inner) => leaves({ ...inner, path: [...issue.path, ...inner.path] }));
}

function depth(issues: readonly Issue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length));
}

const most = 50;

/** The reasons why something did not fit its zod schema, each with path and stable code, at most fifty. */
export function fieldErrors(issues: readonly Issue[]): FieldError[] {
  return issues
    .flatMap(leaves)
    .slice(0, most)
    .map((issue) => ({ path: pathOf(issue), ...describe(issue) }));
}

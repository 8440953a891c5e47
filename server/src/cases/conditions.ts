import type { caseFilters } from '@gezhi/contract/cases/index';
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { z } from 'zod';
import { beginsWith, type Scope, type Tables, until } from '../database/index.ts';

/** What a search asks, made before the query: words that must all be there, or a case number. */
export interface Search {
  readonly number?: string;
  readonly words: readonly string[];
  /** Of so many places of a single word only, whichever come first: where a lower bound is enough. */
  readonly places?: number;
  /** What was asked for cannot be in any case. */
  readonly nothing?: boolean;
}

/** Which cases are asked for. */
export interface Asked {
  /** Of whoever asks, as the transaction has it: what row-level security lets pass is looked up by it. */
  readonly scope: Scope;
  readonly filters: z.output<typeof caseFilters>;
  readonly search: Search;
  /** Keys of the bodies that whoever asks stands for: what "mine" means. */
  readonly mine: readonly string[];
  /** ISO time. */
  readonly now: string;
}

type Build = ExpressionBuilder<Tables, 'case_file'>;

/**
 * Exactly as in the index `case_file_by_due`. Not `coalesce`: PostgreSQL does not hold that for leakproof, and under
 * row-level security it would order by the index but never look anything up in it.
 */
export const dueOrNever = sql<string>`case when due_at is null then timestamptz '9999-12-31 00:00:00+00' else due_at end`;

/**
 * What somebody may see who stands for areas within the county and for no organisation, said so that indexes hold it: the
 * policy of `case_file` itself is a sieve, and each case of the county would pass through it. It sieves what is left.
 */
export function withinScope(
  eb: Build,
  { county, areas = [], orgs = [], person, system }: Scope,
): Expression<SqlBool>[] {
  if (system === true || orgs.length > 0 || areas.length === 0) return [];
  if (areas.some((area) => county.startsWith(area))) return [];
  return [
    eb.or([
      ...areas.map((area) => beginsWith('scope_area', area)),
      // In so many words: an index on those alone is not looked up by a parameter.
      sql<SqlBool>`wide`,
      ...(person === undefined ? [] : [eb('reporter_person', '=', person)]),
    ]),
  ];
}

/** Cases in which all the words are. Each word is looked up once, however many cases have it. */
function withWords(eb: Build, county: string, { words, places }: Search): Expression<SqlBool> {
  const [first = '', ...more] = words;
  const having = (word: string) =>
    eb
      .selectFrom('case_word')
      .select('case_word.case_id')
      .where('case_word.county', '=', county)
      .where('case_word.word', '>=', word)
      .where('case_word.word', '<', until(word));
  return eb(
    'id',
    'in',
    places === undefined
      ? more.reduce((all, word) => all.intersect(having(word)), having(first))
      : having(first).limit(places),
  );
}

/** The filters as conditions on columns. Every one of them can use an index under row-level security, or is a last sieve. */
export function conditions(eb: Build, { scope, filters, search, mine, now }: Asked): Expression<SqlBool> {
  const { county } = scope;
  const all: Expression<SqlBool>[] = [eb('county', '=', county), ...withinScope(eb, scope)];
  const add = (given: unknown, make: () => Expression<SqlBool>): void => {
    if (given !== undefined) all.push(make());
  };
  const { ids = [] } = filters;
  add(filters.ids, () => (ids.length === 0 ? sql<SqlBool>`false` : eb('id', 'in', [...ids])));
  add(filters.state, () => eb('state', 'in', [...(filters.state ?? [])]));
  add(filters.light, () => eb('light', 'in', [...(filters.light ?? [])]));
  add(filters.channel, () => eb('channel', 'in', [...(filters.channel ?? [])]));
  add(filters.category, () =>
    filters.itself === 'category'
      ? eb('category', '=', filters.category ?? '')
      : beginsWith('category', filters.category ?? ''),
  );
  add(filters.area, () =>
    filters.itself === 'area'
      ? eb('scope_area', '=', filters.area ?? '')
      : beginsWith('scope_area', filters.area ?? ''),
  );
  add(filters.desk, () => eb('desk', '=', filters.desk ?? ''));
  add(filters.urgency, () => eb('urgency', '=', filters.urgency ?? ''));
  add(filters.kind, () => eb('kind', '=', filters.kind ?? ''));
  add(filters.level, () => eb('level', '=', filters.level ?? ''));
  add(filters.source, () => eb('source_name', '=', filters.source ?? ''));
  add(filters.from, () => eb('reported_at', '>=', filters.from ?? ''));
  add(filters.to, () => eb('reported_at', '<', filters.to ?? ''));
  add(filters.open, () => eb('closed_at', filters.open ? 'is' : 'is not', null));
  add(filters.overdue, () =>
    filters.overdue ? sql<SqlBool>`(${dueOrNever}) < ${now}` : sql<SqlBool>`(${dueOrNever}) >= ${now}`,
  );
  add(filters.mine, () =>
    filters.mine ? sql<SqlBool>`owes && ${[...mine]}::text[]` : sql<SqlBool>`not owes && ${[...mine]}::text[]`,
  );
  add(filters.org, () =>
    eb(
      'id',
      'in',
      eb
        .selectFrom('work_order')
        .select('work_order.case_id')
        .where('work_order.county', '=', county)
        .where('work_order.org', '=', filters.org ?? ''),
    ),
  );
  if (search.nothing === true) all.push(sql<SqlBool>`false`);
  if (search.number !== undefined) all.push(eb('number', '=', search.number));
  if (search.words.length > 0) all.push(withWords(eb, county, search));
  return eb.and(all);
}

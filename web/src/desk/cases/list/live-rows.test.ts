import type { CaseRow } from '@gezhi/contract/cases/index';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byOrder, type Loaded, noNews, onceEach, patched, withNews } from './live-rows.ts';

const row = (id: string, at: number, more: Partial<CaseRow> = {}): CaseRow =>
  ({ id, reportedAt: new Date(at).toISOString(), updatedAt: new Date(at).toISOString(), ...more }) as CaseRow;
const loaded = (rows: readonly CaseRow[], whole = true): Loaded => ({ rows, whole, sort: 'newest' });
const changes = (rows: readonly CaseRow[], fits: readonly string[]) => ({
  asked: rows.map(({ id }) => id),
  now: new Map(rows.map((one) => [one.id, one])),
  fits: new Set(fits),
});
const ids = (rows: readonly CaseRow[]) => rows.map(({ id }) => id);

describe('what arrives while somebody looks', () => {
  const shown = [row('c', 30), row('b', 20), row('a', 10)];

  it('changes a row where it stands', () => {
    const { rows, news } = patched(loaded(shown), noNews, changes([row('b', 20, { description: '新' })], ['b']));
    expect(ids(rows)).toEqual(['c', 'b', 'a']);
    expect(rows[1]?.description).toBe('新');
    expect(news).toEqual(noNews);
  });

  it('keeps a new case back until it is asked for, then puts it in its place', () => {
    const { rows, news } = patched(loaded(shown), noNews, changes([row('x', 25)], ['x']));
    expect(ids(rows)).toEqual(['c', 'b', 'a']);
    expect(ids(withNews(loaded(rows), news))).toEqual(['c', 'x', 'b', 'a']);
  });

  it('marks what left the view and forgets it when it comes back', () => {
    const left = patched(loaded(shown), noNews, changes([row('b', 20)], []));
    expect([...left.news.gone]).toEqual(['b']);
    expect(ids(withNews(loaded(left.rows), left.news))).toEqual(['c', 'a']);
    const back = patched(loaded(left.rows), left.news, changes([row('b', 20)], ['b']));
    expect(back.news.gone.size).toBe(0);
  });

  it('does not announce what lies behind the rows read so far', () => {
    const { news } = patched(loaded(shown, false), noNews, changes([row('old', 5)], ['old']));
    expect(news.fresh.size).toBe(0);
    expect(patched(loaded(shown), noNews, changes([row('old', 5)], ['old'])).news.fresh.size).toBe(1);
  });

  it('says that the order changed', () => {
    const { news } = patched(loaded(shown), noNews, changes([row('a', 40)], ['a']));
    expect(news.moved).toBe(true);
  });

  it('shows a case once, whatever pages it came with', () => {
    expect(ids(onceEach([...shown, row('a', 10), row('z', 1)]))).toEqual(['c', 'b', 'a', 'z']);
  });

  it('never moves, drops or doubles a row before it is asked to, and then is what the server would list', () => {
    const anId = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    const step = fc.record({ id: anId, at: fc.integer({ min: 1, max: 50 }), fits: fc.boolean() });
    fc.assert(
      fc.property(fc.uniqueArray(anId), fc.array(step, { maxLength: 12 }), (start, steps) => {
        const order = byOrder('newest');
        let rows: CaseRow[] = start.map((id, index) => row(id, 10 + index)).toSorted(order);
        const first = ids(rows);
        const truth = new Map(rows.map((one) => [one.id, one]));
        let news = noNews;
        for (const { id, at, fits } of steps) {
          if (fits) truth.set(id, row(id, at));
          else truth.delete(id);
          ({ rows, news } = patched(loaded(rows), news, changes([row(id, at)], fits ? [id] : [])));
          expect(ids(rows)).toEqual(first);
        }
        expect(ids(withNews(loaded(rows), news))).toEqual(ids([...truth.values()].toSorted(order)));
      }),
    );
  });
});

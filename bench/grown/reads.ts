import { caseRoutes } from '@gezhi/contract/cases/index';
import { insightRoutes } from '@gezhi/contract/insight/index';
import type { Client } from '../../world/src/client.ts';
import { county, street } from '../../world/src/demonstration/cast.ts';
import { load } from '../stage/machine.ts';
import { median, quantile, rounded } from '../stage/numbers.ts';
import type { Ground } from './grounds.ts';
import { get } from './templates.ts';

/** Of the 99th percentile, largest stock to smallest: lists, searches, maps and a case. */
const bar = 1.5;
/** Of the 95th percentile at the largest stock: figures. */
const figuresBarMs = 50;
/** A time so short that nobody waits for it: more than the bar times a millisecond is no miss. */
const unnoticedMs = 100;
const patienceMs = 30_000;

interface Stock {
  readonly number: string;
  readonly id: string;
  readonly words: string;
}

interface Reading {
  readonly name: string;
  readonly read: (desk: Ground['desk'], stock: Stock) => Promise<unknown>;
}

const list = (client: Client, query: Record<string, string | number>) =>
  client.call(caseRoutes.list, { query: { limit: 50, ...query } });

/** `jia` sees one community of 180, `county` the whole county, as the largest desk there is. */
const readings: readonly Reading[] = [
  {
    name: 'open cases of a community by due time',
    read: (desk) => list(get(desk, 'jia'), { open: 'true', sort: 'due' }),
  },
  { name: 'all cases of a community by due time', read: (desk) => list(get(desk, 'jia'), { sort: 'due' }) },
  {
    name: 'open cases of the county by due time',
    read: (desk) => list(get(desk, 'county'), { open: 'true', sort: 'due' }),
  },
  { name: 'all cases of the county, newest first', read: (desk) => list(get(desk, 'county'), { sort: 'newest' }) },
  {
    name: 'and their next page',
    read: async (desk) => {
      const { next } = await firstPage(desk);
      return list(get(desk, 'county'), { sort: 'newest', ...(next !== undefined && { cursor: next }) });
    },
  },
  {
    name: 'a street and a category, newest first',
    read: (desk) => list(get(desk, 'county'), { area: street, category: '01020401', sort: 'newest' }),
  },
  { name: 'search by number', read: (desk, { number }) => list(get(desk, 'county'), { q: number, sort: 'newest' }) },
  {
    name: 'search by words, few found',
    read: (desk, { words }) => list(get(desk, 'jia'), { q: words, sort: 'newest' }),
  },
  { name: 'search by words, one in eleven', read: (desk) => list(get(desk, 'county'), { q: '路灯', sort: 'newest' }) },
  {
    name: 'map of a community, open',
    read: (desk) => get(desk, 'jia').call(caseRoutes.map, { query: { open: 'true' } }),
  },
  {
    name: 'map of the county, open',
    read: (desk) => get(desk, 'county').call(caseRoutes.map, { query: { open: 'true' } }),
  },
  { name: 'a case', read: (desk, { id }) => get(desk, 'county').call(caseRoutes.get, { params: { id } }) },
  {
    name: 'public map',
    read: (desk) => get(desk, 'county').call(caseRoutes.publicMap, { query: { county: county.code } }),
  },
];

const figures: readonly Reading[] = [
  { name: 'figures of a community', read: (desk) => get(desk, 'jia').call(insightRoutes.figures, { query: {} }) },
  {
    name: 'figures of the county, last 30 days',
    read: (desk) =>
      get(desk, 'county').call(insightRoutes.figures, {
        query: { from: new Date(Date.now() - 30 * 86_400_000).toISOString() },
      }),
  },
  {
    name: 'figures of the county, all time',
    read: (desk) => get(desk, 'county').call(insightRoutes.figures, { query: {} }),
  },
  {
    name: 'figures of the county by body, all time',
    read: (desk) => get(desk, 'county').call(insightRoutes.figures, { query: { by: 'org' } }),
  },
];

const pages = new WeakMap<Ground['desk'], Promise<{ readonly next?: string | undefined }>>();
/** The page before the next one, read once. */
function firstPage(desk: Ground['desk']): Promise<{ readonly next?: string | undefined }> {
  const known = pages.get(desk) ?? list(get(desk, 'county'), { sort: 'newest' });
  pages.set(desk, known);
  return known;
}

async function stockOf({ db }: Ground): Promise<Stock> {
  const { rows } = await db.query<{ id: string; number: string; description: string }>(
    "select id, number, description from case_file where scope_area like '450802001013%' and closed_at is not null order by id desc limit 1",
  );
  const [row] = rows;
  if (!row) throw new Error('nothing in stock');
  return { ...row, words: row.description.slice(0, 4) };
}

/** Milliseconds; infinite where it was not answered. */
async function timed({ desk }: Ground, stock: Stock, { name, read }: Reading): Promise<number> {
  const begun = performance.now();
  try {
    await read(desk, stock);
    return performance.now() - begun;
  } catch (error) {
    console.log(`${name}: ${error instanceof Error ? error.message : String(error)}`.slice(0, 200));
    return Number.POSITIVE_INFINITY;
  }
}

interface Told {
  readonly name: string;
  readonly median: readonly number[];
  readonly p95: readonly number[];
  readonly p99: readonly number[];
}

/** Each reading at each size in turns: the same moment's other work hits all of them. */
async function measure(
  grounds: readonly Ground[],
  stocks: readonly Stock[],
  reading: Reading,
  rounds: number,
): Promise<Told> {
  const times = grounds.map((): number[] => []);
  const begun = performance.now();
  for (let round = 0; round < rounds; round += 1) {
    // What takes long is not asked a hundred times.
    if (round > 2 && performance.now() - begun > patienceMs) break;
    for (const [at, ground] of grounds.entries()) {
      const stock = stocks[at];
      if (!stock) continue;
      times[at]?.push(await timed(ground, stock, reading));
    }
  }
  const of = (share: number) => times.map((all) => quantile(all, share));
  return { name: reading.name, median: of(0.5), p95: of(0.95), p99: of(0.99) };
}

/** All of these readings at each size, a line each. */
async function measureAll(grounds: readonly Ground[], these: readonly Reading[], rounds: number): Promise<Told[]> {
  const stocks: Stock[] = [];
  for (const ground of grounds) stocks.push(await stockOf(ground));
  console.log(
    `median / p95 / p99 in ms at ${grounds.map(({ cases }) => cases).join(', ')} cases; ${rounds} rounds in turns`,
  );
  // Once all of it unmeasured: nothing is kept yet, and a server that has just begun looks at the light of each open case.
  for (const reading of these)
    for (const [at, ground] of grounds.entries()) if (stocks[at]) await timed(ground, stocks[at], reading);
  const all: Told[] = [];
  for (const reading of these) {
    const told = await measure(grounds, stocks, reading, rounds);
    all.push(told);
    const said = grounds.map((_, at) =>
      [told.median, told.p95, told.p99].map((part) => (part[at] ?? 0).toFixed(0).padStart(6)).join(' /'),
    );
    console.log(`${told.name.padEnd(42)} ${said.join('   ')}   ${load()}`);
  }
  return all;
}

/** Times of what the desk reads, at each size. @returns whether the bar is reached */
export async function measureReads(grounds: readonly Ground[], rounds: number): Promise<boolean> {
  const all = await measureAll(grounds, readings, rounds);
  const times = ({ p99 }: Told): number => (p99.at(-1) ?? 0) / (p99[0] ?? 1);
  const missed = all.filter((told) => times(told) > bar && (told.p99.at(-1) ?? 0) > unnoticedMs);
  const medians = median(all.map((told) => (told.median.at(-1) ?? 0) / (told.median[0] ?? 1)));
  console.log(
    JSON.stringify({
      figure: `slowest growth of a reading, p99 at the largest stock / at the smallest, where over ${unnoticedMs} ms`,
      value: rounded(Math.max(0, ...all.filter(({ p99 }) => (p99.at(-1) ?? 0) > unnoticedMs).map(times)), 2),
      bar,
      slowestMs: rounded(Math.max(...all.map(({ p99 }) => p99.at(-1) ?? 0))),
      growthOfAny: rounded(Math.max(...all.map(times)), 2),
      medianOfMedians: rounded(medians, 2),
      missed: missed.map(({ name }) => name),
      verdict: missed.length === 0 ? 'reached' : 'missed',
    }),
  );
  return missed.length === 0;
}

/** Times of figures that are added up, at each size. @returns whether the bar is reached */
export async function measureFigures(grounds: readonly Ground[], rounds: number): Promise<boolean> {
  const all = await measureAll(grounds, figures, rounds);
  const value = Math.max(...all.map(({ p95 }) => p95.at(-1) ?? 0));
  const verdict = value <= figuresBarMs ? 'reached' : 'missed';
  const figure = 'figures at the largest stock, slowest p95 in ms';
  console.log(JSON.stringify({ figure, value: rounded(value), bar: figuresBarMs, verdict }));
  return verdict === 'reached';
}

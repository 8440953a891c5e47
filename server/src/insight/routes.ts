import { type FigureLine, insightRoutes } from '@gezhi/contract/insight/index';
import type { Actor } from '@gezhi/domain/access/index';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../deps.ts';
import { type CsvColumn, serve } from '../http/index.ts';
import type { Places } from '../places/index.ts';
import { isRefusal } from '../refusal.ts';
import { readFaults } from './read-faults.ts';
import { readFigures } from './read-figures.ts';

/** What the routes of insight need beside the program's parts. */
export interface InsightDeps extends Deps {
  readonly places: Pick<Places, 'find' | 'areasOf'>;
}

function staffOf(actor: Actor): Extract<Actor, { kind: 'staff' }> {
  if (actor.kind !== 'staff') throw new Error('the route admits others than staff');
  return actor;
}

/** Per cent with two decimals, as a sheet shows it. */
const percent = (share: number | undefined): string | undefined =>
  share === undefined ? undefined : (Math.round(share * 10_000) / 100).toFixed(2);

const columns: readonly CsvColumn<FigureLine>[] = [
  { heading: 'figures.column.code', cell: ({ unit }) => unit.code },
  { heading: 'figures.column.unit', cell: ({ unit }) => unit.name },
  { heading: 'figures.column.cases', cell: ({ cases }) => cases },
  { heading: 'figures.column.rate', cell: ({ name }) => name },
  { heading: 'figures.column.numerator', cell: ({ rate }) => rate.numerator },
  { heading: 'figures.column.denominator', cell: ({ rate }) => rate.denominator },
  { heading: 'figures.column.percent', cell: ({ rate }) => percent(rate.rate) },
  { heading: 'figures.column.low', cell: ({ rate }) => percent(rate.interval?.[0]) },
  { heading: 'figures.column.high', cell: ({ rate }) => percent(rate.interval?.[1]) },
  { heading: 'figures.column.ranked', cell: ({ rate }) => rate.ranked },
];

/** Registers figures and faults. */
export function registerInsight(app: FastifyInstance, deps: InsightDeps): void {
  serve(app, deps, insightRoutes.figures, ({ query, actor, locale }) =>
    readFigures(deps, staffOf(actor), query, locale),
  );

  serve(
    app,
    deps,
    insightRoutes.figureSheet,
    async ({ query, actor, locale }) => {
      const found = await readFigures(deps, staffOf(actor), query, locale);
      if (isRefusal(found)) return found;
      const names = new Map(found.formulas.map(({ code, name }) => [code, name]));
      const lines = [found.total, ...found.rows].flatMap(({ unit, cases, rates }): FigureLine[] =>
        rates.map((rate) => ({ unit, cases, name: names.get(rate.code) ?? rate.code, rate })),
      );
      return { rows: lines };
    },
    { csv: columns },
  );

  serve(app, deps, insightRoutes.faults, ({ query, actor, locale }) =>
    readFaults(deps, staffOf(actor), query.area, locale),
  );
}

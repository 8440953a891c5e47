import { type CaseRow, type CaseView, caseRoutes } from '@gezhi/contract/cases/index';
import { type FiguresAnswer, insightRoutes } from '@gezhi/contract/insight/index';
import { noticeRoutes, type OutboxMessage } from '@gezhi/contract/notices/index';
import type { AnswerOf } from '@gezhi/contract/route';
import { matterNames, type MatterName, weekInstant } from '../step.ts';
import type { Played } from './play.ts';
import type { Stage } from './stage.ts';

/** What the county's commander sees when the week is over. */
export interface Looked {
  readonly played: Played;
  readonly view: (name: MatterName) => CaseView;
  /** Whether the chain of each matter verifies. */
  readonly intact: ReadonlyMap<MatterName, boolean>;
  /** Rows of the list that have this light, as the database keeps it. */
  readonly listed: readonly CaseRow[];
  readonly onMap: AnswerOf<typeof caseRoutes.map>;
  readonly orders: AnswerOf<typeof caseRoutes.supervision>['rows'];
  readonly figures: FiguresAnswer;
  /** Bodies with a rate that is ranked, and which. */
  readonly rankedBodies: readonly string[];
  /** Matters behind a figure, by rate and part: `closure denominator`. */
  readonly behind: ReadonlyMap<string, readonly string[]>;
  readonly outbox: readonly OutboxMessage[];
}

/** An instant of the API as a local minute of the week. */
export const local = (at: string | undefined): string | undefined =>
  at === undefined ? undefined : new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(5, 16);

/** Minutes from one local minute to another. */
export const minutesBetween = (from: string | undefined, to: string | undefined): number | undefined =>
  from === undefined || to === undefined ? undefined : (weekInstant(to) - weekInstant(from)) / 60_000;

const parts = ['numerator', 'denominator'] as const;

/** Reads everything the week has come to. */
export async function lookAtWeek(stage: Stage, played: Played): Promise<Looked> {
  const commander = stage.staff('county');
  const views = new Map<MatterName, CaseView>();
  const intact = new Map<MatterName, boolean>();
  for (const name of matterNames) {
    const params = { id: played.matters.get(name)?.id ?? '' };
    views.set(name, await commander.call(caseRoutes.get, { params }));
    intact.set(name, (await commander.call(caseRoutes.history, { params, query: {} })).intact);
  }
  const figures = await commander.call(insightRoutes.figures, { query: {} });
  const { rows: bodies } = await commander.call(insightRoutes.figures, { query: { by: 'org' } });
  const ranked = bodies.flatMap(({ unit, rates }) =>
    rates.filter((rate) => rate.ranked).map(({ code }) => `${unit.name} ${code}`),
  );
  const named = new Map([...played.matters].map(([name, { id }]) => [id, name]));
  const behind = new Map<string, readonly string[]>();
  for (const { code } of figures.formulas) {
    for (const part of parts) {
      const { rows } = await commander.call(caseRoutes.list, { query: { rate: code, part, limit: 200 } });
      behind.set(`${code} ${part}`, inOrder(rows.map(({ id }) => named.get(id) ?? id)));
    }
  }
  return {
    played,
    view: (name) => {
      const view = views.get(name);
      if (!view) throw new Error(`no matter ${name}`);
      return view;
    },
    intact,
    listed: (await commander.call(caseRoutes.list, { query: { limit: 200 } })).rows,
    onMap: await commander.call(caseRoutes.map, { query: {} }),
    orders: (await commander.call(caseRoutes.supervision, { query: { limit: 200 } })).rows,
    figures,
    rankedBodies: ranked,
    behind,
    outbox: (await stage.admin.call(noticeRoutes.outbox, { query: { limit: 200 } })).rows,
  };
}

const order = (name: string): number => matterNames.findIndex((one) => one === name);
const inOrder = (names: readonly string[]): readonly string[] => names.toSorted((a, b) => order(a) - order(b));

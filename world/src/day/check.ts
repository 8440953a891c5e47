import { grid } from '../demonstration/index.ts';
import { type CaseRow, caseRoutes, type CaseView } from '@gezhi/contract/cases/index';
import { insightRoutes } from '@gezhi/contract/insight/index';
import { type CaseState, commandsOf, isOpen } from '@gezhi/domain/cases/index';
import { readAs } from './act.ts';
import { everyCase } from './every-case.ts';
import { concernedWith } from './staff.ts';
import type { Town } from './town.ts';

/** What must hold at the end of a day, and the cases that break it. */
export interface Checked {
  readonly cases: number;
  readonly states: Readonly<Record<string, number>>;
  readonly lights: Readonly<Record<string, number>>;
  /** One line for each thing that does not hold. */
  readonly broken: readonly string[];
}

const counted = (all: readonly string[]): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(all, (one) => one)].map(([key, some]) => [key, some.length]));

/** Commands with which a case goes on from its state. One that was split goes on with its parts. */
const goesOnBy: { readonly [State in CaseState]?: readonly string[] } = {
  reported: ['accept', 'reject'],
  accepted: ['dispatch', 'assignToDesk', 'summon'],
  dispatched: ['acknowledge', 'handBack'],
  handling: ['finish', 'reportIn', 'acknowledge'],
  deferred: ['resume'],
  handled: ['verify'],
};

/** What may still be owed about a case that is over. */
const answers = new Set(['judge', 'supervision']);

/** An open case has one owner and one deadline; any other at most an answer that is owed. What buttons are shown its state knows. */
function checkRow(row: CaseRow, say: (what: string) => void): void {
  const open = isOpen(row.state);
  if (open && row.next === undefined) say('open without owner and deadline');
  if (!open && row.next && !answers.has(row.next.stage)) say('over, but somebody owes a step');
  if ((row.state === 'closed') !== (row.closedAt !== undefined)) say('closed without its time, or the other way round');
}

/** Somebody with an account can take every open case a step further. */
async function checkGoesOn(town: Town, view: CaseView, say: (what: string) => void): Promise<void> {
  const wanted = goesOnBy[view.state];
  if (!wanted || view.children.length > 0) return;
  // Where nobody may check it the program has said so.
  if (view.history.some(({ type, data }) => type === 'faultRaised' && data['fault'] === 'noVerifier')) return;
  // The chiefs of the other grids may check what lies there; they are on the staff, but have no account here.
  const { code } = view.area;
  if (view.state === 'handled' && code.length >= grid.length && !code.startsWith(grid)) return;
  for (const who of concernedWith(town.staff, view)) {
    const seen = await readAs(town, who, view.id);
    const known: readonly string[] = commandsOf(view.state);
    const strange = seen?.commands.filter((command) => !known.includes(command)) ?? [];
    if (strange.length > 0) say(`${who} has buttons its state does not know: ${strange.join()}`);
    if (seen?.commands.some((command) => wanted.includes(command))) return;
  }
  say('nobody can take it further');
}

async function checkCases(town: Town, rows: readonly CaseRow[]): Promise<readonly string[]> {
  const broken: string[] = [];
  for (const row of rows) {
    const say = (what: string): void => void broken.push(`${row.number} ${row.state}: ${what}`);
    checkRow(row, say);
    const view = await readAs(town, 'county', row.id);
    if (!view) {
      say('listed, but not to be read');
      continue;
    }
    const { rows: history, intact } = await town.staff
      .client('county')
      .call(caseRoutes.history, { params: { id: row.id }, query: {} });
    if (!intact) say('its chain does not verify');
    if (history.length !== view.version) say(`${history.length} events, but version ${view.version}`);
    await checkGoesOn(town, view, say);
  }
  return broken;
}

/** The list, the map, the filters and the figures speak of the same cases. */
async function checkWhole(town: Town, rows: readonly CaseRow[], before: number): Promise<readonly string[]> {
  const county = town.staff.client('county');
  const broken: string[] = [];
  const must = (holds: boolean, what: string): void => void (holds || broken.push(what));
  const numbers = new Set(rows.map(({ number }) => number));
  must(numbers.size === rows.length, 'a case is listed twice');
  const missing = town.cases.filter(({ number }) => !numbers.has(number));
  must(missing.length === 0, `acknowledged, but not there: ${missing.map(({ number }) => number).join()}`);
  must(
    rows.length === before + town.cases.length,
    `${rows.length} cases, but ${before + town.cases.length} were filed`,
  );
  const map = await county.call(caseRoutes.map, { query: {} });
  const { total } = await county.call(caseRoutes.list, { query: { limit: 1 } });
  must(map.total === rows.length && total === rows.length, `list ${total}, map ${map.total}, rows ${rows.length}`);
  must(map.points.length + map.withoutPlace === map.total, 'points on the map are missing');
  const { total: figures } = await county.call(insightRoutes.figures, { query: {} });
  const states = counted(rows.map(({ state }) => state));
  const lights = counted(rows.map(({ light }) => light.light));
  for (const [state, n] of Object.entries(states)) {
    must(
      figures.states[state as CaseState] === n,
      `${n} ${state}, but the figures say ${figures.states[state as CaseState]}`,
    );
  }
  for (const [light, n] of Object.entries(lights) as [keyof typeof figures.lights, number][]) {
    const listed = (await county.call(caseRoutes.list, { query: { light: [light], limit: 1 } })).total;
    must(
      listed === n && figures.lights[light] === n,
      `${n} ${light}, but list ${listed} and figures ${figures.lights[light]}`,
    );
  }
  return broken;
}

/** What somebody finds under "mine" is what they owe: the next step, work that is open, or an answer. */
async function checkMine(town: Town, rows: readonly CaseRow[]): Promise<readonly string[]> {
  const broken: string[] = [];
  for (const who of town.staff.names) {
    const owed = rows
      .filter(({ next }) => next && town.staff.standFor(next.owner).includes(who))
      .map(({ number }) => number);
    const mine = (await town.staff.client(who).call(caseRoutes.list, { query: { mine: 'true', limit: 200 } })).rows;
    const listed = new Set(mine.map(({ number }) => number));
    const lacking = owed.filter((number) => !listed.has(number));
    if (lacking.length > 0) broken.push(`${who} owes the next step of ${lacking.join()}, but does not find it`);
    for (const row of mine) {
      // The next step, as everybody sees it or, where they owe something sooner, as they do.
      if (owed.includes(row.number) || (row.next && town.staff.standFor(row.next.owner).includes(who))) continue;
      const { workOrders, clocks } = await town.staff.client(who).call(caseRoutes.get, { params: { id: row.id } });
      const bodies = [
        ...workOrders.filter(({ state }) => state === 'sent' || state === 'working').map(({ body }) => body),
        ...clocks
          .filter((clock) => answers.has(clock.stage) && clock.stoppedAt === undefined)
          .map(({ owner }) => owner),
      ];
      if (!bodies.some((body) => town.staff.standFor(body).includes(who)))
        broken.push(`${who} finds ${row.number} to do, but owes nothing on it`);
    }
  }
  return broken;
}

/** Checks everything that must hold when the day is over. */
export async function checkDay(town: Town, before: number): Promise<Checked> {
  const rows = await everyCase(town);
  const broken = [
    ...(await checkCases(town, rows)),
    ...(await checkWhole(town, rows, before)),
    ...(await checkMine(town, rows)),
  ];
  return {
    cases: rows.length,
    states: counted(rows.map(({ state }) => state)),
    lights: counted(rows.map(({ light }) => light.light)),
    broken,
  };
}

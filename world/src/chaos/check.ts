import { type CaseEvent, caseStates, evolve, type Case, nextEnded } from '@gezhi/domain/cases/index';
import { newsOf } from '@gezhi/domain/notices/index';
import type { FiguresAnswer } from '@gezhi/contract/insight/index';
import type { ChaosLoad, CommandTold } from './load.ts';
import type { RawRow } from './raw-rows.ts';

/** Raw rows that the checks look at. */
export interface Rows {
  readonly cases: readonly RawRow[];
  readonly events: readonly RawRow[];
  readonly notices: readonly RawRow[];
  readonly messages: readonly RawRow[];
  readonly files: readonly RawRow[];
  readonly jobs: readonly RawRow[];
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function twice(all: readonly string[]): readonly string[] {
  return [...Map.groupBy(all, (one) => one)].filter(([, same]) => same.length > 1).map(([one]) => one);
}

/** The events of each case in their order. */
function historiesOf({ events }: Rows): ReadonlyMap<string, readonly CaseEvent[]> {
  const byCase = Map.groupBy(events, (row) => textOf(row['case_id']));
  const histories = new Map<string, readonly CaseEvent[]>();
  for (const [id, rows] of byCase) {
    const inOrder = rows.toSorted((a, b) => Number(a['seq']) - Number(b['seq']));
    histories.set(
      id,
      inOrder.map((row) => row['event'] as CaseEvent),
    );
  }
  return histories;
}

/** Every acknowledged report once, none that nobody was told of. */
function checkReports({ reports }: ChaosLoad, { cases }: Rows): readonly string[] {
  const there = new Map(cases.map((row) => [textOf(row['id']), row]));
  const told = new Set(reports.map(({ id }) => id));
  return [
    ...reports
      .filter(({ id, number, words }) => {
        const row = there.get(id);
        return row?.['number'] !== number || row['description'] !== words;
      })
      .map(({ words }) => `lost: ${words}`),
    ...twice(cases.map((row) => textOf(row['description']))).map((words) => `filed twice: ${words}`),
    ...twice(reports.map(({ number }) => number)).map((number) => `number given twice: ${number}`),
    ...cases.filter((row) => !told.has(textOf(row['id']))).map((row) => `nobody was told: ${textOf(row['number'])}`),
  ];
}

const eventOf: Readonly<Record<string, CaseEvent['type']>> = {
  accept: 'accepted',
  note: 'noted',
  dispatch: 'dispatched',
  acknowledge: 'acknowledged',
  finish: 'workOrderFinished',
};

function timesDone({ type, words }: CommandTold, history: readonly CaseEvent[]): number {
  const made = history.filter((event) => event.type === eventOf[type]);
  return words === undefined
    ? made.length
    : made.filter((event) => JSON.stringify(event).includes(`"${words}"`)).length;
}

/** Every acknowledged command took effect once. */
function checkCommands({ commands }: ChaosLoad, histories: ReturnType<typeof historiesOf>): readonly string[] {
  return commands.flatMap((command) => {
    const times = timesDone(command, histories.get(command.id) ?? []);
    return times === 1 ? [] : [`${command.type} of ${command.id} done ${times} times`];
  });
}

/** No clock that is due has not ended, none has ended twice for one due time or before it. */
function checkClocks(id: string, history: readonly CaseEvent[], now: number): readonly string[] {
  const wrong: string[] = [];
  const ended = new Set<string>();
  let current: Case | undefined;
  for (const event of history) {
    if (event.type === 'clockEnded') {
      const clock = current?.clocks.find((one) => one.id === event.clock);
      const key = `${event.clock} due ${clock?.dueAt ?? 'never'}`;
      if (ended.has(key)) wrong.push(`clock ended twice: ${id} ${key}`);
      if (clock === undefined || event.at < clock.dueAt) wrong.push(`clock ended too soon: ${id} ${key}`);
      ended.add(key);
    }
    current = evolve(current, event);
  }
  const missed = current && nextEnded(current.clocks, now);
  return missed === undefined ? wrong : [...wrong, `clock missed: ${id} ${missed.id}`];
}

/** Matters of which somebody at the desk or in the body is told, whoever brought them about. */
const surelyTold = new Set(['caseArrived', 'orderSent', 'clockEnded']);

function newsIn(id: string, history: readonly CaseEvent[]): readonly string[] {
  const all: string[] = [];
  let current: Case | undefined;
  for (const event of history) {
    const news = newsOf(current, [event]).filter(({ kind, to }) => surelyTold.has(kind) && to.kind === 'body');
    all.push(...news.map(({ kind, seq }) => `${id}.${seq}.${kind}`));
    current = evolve(current, event);
  }
  return all;
}

/** Every event was told of, or its job is still to be done. `drained`: by now none may be. */
function checkNews(
  histories: ReturnType<typeof historiesOf>,
  { notices, jobs }: Rows,
  drained: boolean,
): readonly string[] {
  const there = new Set(notices.map((row) => textOf(row['news'])));
  const waiting = drained ? '' : jobs.map((row) => JSON.stringify(row['data'])).join('\n');
  const missing = [...histories].flatMap(([id, history]) =>
    newsIn(id, history).filter((news) => !there.has(news) && !waiting.includes(id)),
  );
  const persons = notices.map((row) => `${textOf(row['person'])} ${textOf(row['news'])}`);
  return [
    ...missing.map((news) => `nobody heard of ${news}`),
    ...twice(persons).map((one) => `told twice: ${one}`),
    ...(drained ? jobs.map((row) => `a job is left: ${JSON.stringify([row['name'], row['state'], row['data']])}`) : []),
  ];
}

/** Who left a number was sent one letter. */
function checkLetters({ reports }: ChaosLoad, { messages, jobs }: Rows, drained: boolean): readonly string[] {
  const waiting = drained ? '' : jobs.map((row) => JSON.stringify(row['data'])).join('\n');
  const sent = messages.map((row) => textOf(row['news'])).filter((news) => news.includes('.received.'));
  const byCase = Map.groupBy(sent, (news) => news.slice(0, news.indexOf('.')));
  return reports
    .filter(({ letter, id }) => letter && !waiting.includes(id) && byCase.get(id)?.length !== 1)
    .map(({ words, id }) => `${byCase.get(id)?.length ?? 0} letters about ${words}`);
}

/** The figures of the page are those of the rows. */
function checkFigures({ cases }: Rows, { total }: FiguresAnswer, now: number): readonly string[] {
  const wrong: string[] = [];
  const compare = (what: string, shown: number, counted: number) => {
    if (shown !== counted) wrong.push(`figure ${what}: ${shown} shown, ${counted} counted`);
  };
  compare('cases', total.cases, cases.length);
  for (const state of caseStates)
    compare(state, total.states[state] ?? 0, cases.filter((row) => row['state'] === state).length);
  for (const [light, shown] of Object.entries(total.lights))
    compare(light, shown, cases.filter((row) => row['light'] === light).length);
  const overdue = cases.filter((row) => row['due_at'] !== null && Date.parse(textOf(row['due_at'])) < now).length;
  compare('overdue', total.overdue, overdue);
  return wrong;
}

/** Everything that is not as it must be. `drained` after the queues had time to empty. */
export function checkRows(
  load: ChaosLoad,
  rows: Rows,
  figures: FiguresAnswer,
  now: number,
  drained: boolean,
): readonly string[] {
  const histories = historiesOf(rows);
  return [
    ...checkReports(load, rows),
    ...checkCommands(load, histories),
    ...[...histories].flatMap(([id, history]) => checkClocks(id, history, now)),
    ...checkNews(histories, rows, drained),
    ...checkLetters(load, rows, drained),
    ...checkFigures(rows, figures, now),
  ];
}

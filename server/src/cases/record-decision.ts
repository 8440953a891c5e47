import { createHash } from 'node:crypto';
import { type Case, type CaseEvent, genesis, linkOf } from '@gezhi/domain/cases/index';
import type { Instant } from '@gezhi/domain/time';
import type { Trx } from '../database/index.ts';
import { showFiles } from '../files/index.ts';
import { appendLive } from '../live/index.ts';
import { moveContactsOf } from '../people/index.ts';
import type { CaseDeps, CountyRules } from './deps.ts';
import { clockRowsOf, fileOwner, fileRowOf, orderRowsOf, publicRowOf, scopeArea, workOrderRowsOf } from './file-row.ts';
import { wordsOfCase } from './words-of-case.ts';
import {
  type ChainedEvent,
  childrenOf,
  type FileRow,
  insertEvents,
  insertNew,
  type NewRows,
  putPublic,
  putSupervisionOrders,
  putWorkOrders,
  replaceClocks,
  replaceWords,
  updateFile,
} from './store.ts';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Links new events to the head of a chain. */
export function chain(events: readonly CaseEvent[], after: number, head: string): readonly ChainedEvent[] {
  let prev = head;
  return events.map((given, index) => {
    // What is hashed is what the database gives back: without properties that JSON leaves out.
    const event = JSON.parse(JSON.stringify(given)) as CaseEvent;
    const link = linkOf(prev, event, sha256);
    if (!link.ok) throw new Error(`event ${given.type} has no canonical form: ${link.code}`);
    const chained = { seq: after + index + 1, event, prev, hash: link.hash };
    prev = link.hash;
    return chained;
  });
}

/** What a decision brought about on one case. */
export interface Decided {
  readonly before: Case;
  readonly after: Case;
  readonly events: readonly CaseEvent[];
  /** Head hash of the chain before. */
  readonly head: string;
  readonly quarantined: boolean;
}

/** A case that was not there before, as it was decided. */
export type NewCase = Pick<Decided, 'after' | 'events' | 'quarantined'>;

/** Every row of a new case. */
function rowsOfNew(rules: CountyRules, now: Instant, { after, events, quarantined }: NewCase): NewRows {
  const links = chain(events, 0, genesis);
  const area = scopeArea(after);
  return {
    area,
    file: fileRowOf(after, rules, now, { head: links.at(-1)?.hash ?? genesis, quarantined }),
    events: links,
    clocks: clockRowsOf(after),
    workOrders: workOrderRowsOf(after),
    orders: orderRowsOf(after),
    shown: publicRowOf(after, quarantined),
    words: wordsOfCase(after, rules),
  };
}

/** Writes cases that somebody else had before, many at once. Nobody is told: it is no news. For the system only. */
export async function recordImported(
  trx: Trx,
  rules: CountyRules,
  now: Instant,
  cases: readonly NewCase[],
): Promise<void> {
  await insertNew(
    trx,
    cases.map((one) => rowsOfNew(rules, now, one)),
    new Date().toISOString(),
  );
}

type RecordDeps = Pick<CaseDeps, 'tell' | 'newId'>;

/** Writes a new case with all that is kept of it, in the transaction given. */
export async function recordNew(
  deps: RecordDeps,
  trx: Trx,
  rules: CountyRules,
  now: Instant,
  fresh: NewCase,
): Promise<void> {
  const rows = rowsOfNew(rules, now, fresh);
  await insertNew(trx, [rows], new Date().toISOString());
  await announce(deps, trx, rows.file, rows.area, fresh, 0);
}

const worded = new Set(['corrected']);

/** Writes what a decision changed: events, projection, clocks, work orders, search, public map, live stream and news, in one transaction. Answers the new head hash. */
export async function recordDecision(
  deps: RecordDeps,
  trx: Trx,
  rules: CountyRules,
  now: Instant,
  decided: Decided,
): Promise<string> {
  const { before, after, events } = decided;
  const { county, id } = after;
  const chained = chain(events, before.version, decided.head);
  const head = chained.at(-1)?.hash ?? decided.head;
  const row = fileRowOf(after, rules, now, { head, quarantined: decided.quarantined });
  await updateFile(trx, row);
  await insertEvents(trx, [{ county, id, events: chained }], new Date().toISOString());
  await replaceClocks(trx, county, id, clockRowsOf(after));
  const area = scopeArea(after);
  await putWorkOrders(trx, childrenOf({ county, id, area }, workOrderRowsOf(after)));
  await putSupervisionOrders(trx, childrenOf({ county, id, area }, orderRowsOf(after)));
  await putPublic(trx, county, id, publicRowOf(after, decided.quarantined));
  if (events.some((event) => worded.has(event.type)))
    await replaceWords(trx, { county, id, area }, wordsOfCase(before, rules), wordsOfCase(after, rules));
  // What its reporters left is for whoever may see the case: not for the desk it complains about, nor the one it came from.
  if (area !== scopeArea(before)) await moveContactsOf(trx, county, id, area);
  if (shownTo(before) !== shownTo(after)) await showFiles(trx, county, fileOwner(after));
  await announce(deps, trx, row, area, decided, before.version);
  return head;
}

/** Tells the live stream and whoever is to know. */
async function announce(
  deps: RecordDeps,
  trx: Trx,
  row: FileRow,
  area: string,
  { after, events }: NewCase,
  fromSeq: number,
): Promise<void> {
  const { county, id } = after;
  await appendLive(trx, {
    county,
    kind: fromSeq === 0 ? 'case.reported' : 'case.changed',
    ref: id,
    area,
    orgs: row.orgs,
    data: {
      number: after.number,
      state: after.state,
      version: after.version,
      light: row.light,
      types: events.map((event) => event.type),
    },
  });
  await deps.tell(trx, { county, caseId: id, fromSeq, toSeq: after.version });
}

/** Who may see the case, as one text: its files follow when it changes. */
const shownTo = (found: Case): string => JSON.stringify(fileOwner(found));

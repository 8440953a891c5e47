import { createHash } from 'node:crypto';
import { type Case, type CaseEvent, genesis, linkOf } from '@gezhi/domain/cases/index';
import type { Instant } from '@gezhi/domain/time';
import type { Trx } from '../database/index.ts';
import { showFiles } from '../files/index.ts';
import { appendLive } from '../live/index.ts';
import { moveContactsOf } from '../people/index.ts';
import type { CaseDeps, CountyRules } from './deps.ts';
import { clockRowsOf, fileOwner, fileRowOf, orderRowsOf, publicRowOf, scopeArea, workOrderRowsOf } from './file-row.ts';
import { searchWords } from './search-words.ts';
import {
  type ChainedEvent,
  insertEvents,
  insertFile,
  putClocks,
  putPublic,
  putSupervisionOrders,
  putWords,
  putWorkOrders,
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
  readonly before: Case | undefined;
  readonly after: Case;
  readonly events: readonly CaseEvent[];
  /** Head hash of the chain before; the genesis for a new case. */
  readonly head: string;
  readonly quarantined: boolean;
}

const worded = new Set(['reported', 'corrected']);

/** Writes a decision: events, projection, clocks, work orders, search, public map, live stream and news, in one transaction. Answers the new head hash. */
export async function recordDecision(
  deps: Pick<CaseDeps, 'tell' | 'newId'>,
  trx: Trx,
  rules: CountyRules,
  now: Instant,
  decided: Decided,
): Promise<string> {
  const { before, after, events } = decided;
  const { county, id } = after;
  const fresh = before === undefined;
  const chained = chain(events, before?.version ?? 0, fresh ? genesis : decided.head);
  const head = chained.at(-1)?.hash ?? decided.head;
  const row = fileRowOf(after, rules, now, { head, quarantined: decided.quarantined });
  await (fresh ? insertFile(trx, row) : updateFile(trx, row));
  await insertEvents(trx, county, id, chained, new Date().toISOString());
  await putClocks(trx, county, id, clockRowsOf(after), fresh);
  const area = scopeArea(after);
  await putWorkOrders(trx, county, id, area, workOrderRowsOf(after));
  await putSupervisionOrders(trx, county, id, area, orderRowsOf(after));
  await putPublic(trx, county, id, publicRowOf(after, decided.quarantined), fresh);
  if (events.some((event) => worded.has(event.type)))
    await putWords(trx, county, id, area, wordsOfCase(after, rules), fresh);
  // What its reporters left is for whoever may see the case: not for the desk it complains about, nor the one it came from.
  if (area !== (before === undefined ? after.area : scopeArea(before))) await moveContactsOf(trx, county, id, area);
  if (before && shownTo(before) !== shownTo(after)) await showFiles(trx, county, fileOwner(after));
  await appendLive(trx, {
    county,
    kind: fresh ? 'case.reported' : 'case.changed',
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
  await deps.tell(trx, { county, caseId: id, fromSeq: before?.version ?? 0, toSeq: after.version });
  return head;
}

/** Who may see the case, as one text: its files follow when it changes. */
const shownTo = (found: Case): string => JSON.stringify(fileOwner(found));

function wordsOfCase(found: Case, rules: CountyRules): readonly string[] {
  const category = rules.category(found.category)?.zh ?? '';
  return [found.number.toLowerCase(), ...searchWords([category, found.report.description, found.address ?? ''])];
}

import type { BulkCommand, BulkOutcome, StaffCommand } from '@gezhi/contract/cases/index';
import { type Case, decide, nextClock, ownerOf, routeCase } from '@gezhi/domain/cases/index';
import { type Scope, scopeOf } from '../database/index.ts';
import { type Call, doOnce, keyHolder, problemOf } from '../http/index.ts';
import { isRefusal, refuse, type Refusal } from '../refusal.ts';
import { contextOf } from './case-context.ts';
import { commandCase, domainCommand } from './command-case.ts';
import type { CaseDeps } from './deps.ts';
import { caseRowOf } from './present/case-row.ts';
import { iso, namedBodyOf, type Showing } from './present/names.ts';
import { sha256 } from './record-decision.ts';
import { caseRefusal } from './refusals.ts';
import { caseAt, findCase } from './store.ts';

/** One command for many cases, with what was read before the transactions began. */
export interface Bulk {
  readonly county: string;
  readonly showing: Showing;
  readonly command: BulkCommand;
  readonly asked: Pick<Call, 'requestId' | 'locale'>;
}

/** One case of a bulk, as it was previewed. */
interface BulkItem {
  readonly id: string;
  readonly version: number;
  /** Idempotency key of this command on this case. */
  readonly key: string;
}

/** What the command would do to each case, by the same decision as a run of it. Changes nothing. */
export async function previewBulk(deps: CaseDeps, bulk: Bulk, ids: readonly string[]): Promise<BulkOutcome[]> {
  const outcomes: BulkOutcome[] = [];
  for (const id of ids) outcomes.push(await previewOne(deps, bulk, id));
  return outcomes;
}

async function previewOne(deps: CaseDeps, bulk: Bulk, id: string): Promise<BulkOutcome> {
  const { county, showing } = bulk;
  return deps.db.transaction(scopeOf(showing.actor, county), async (trx) => {
    const found = await findCase(trx, county, id);
    if (!found) return failed(bulk, id, refuse('case.notFound'));
    const row = { case: caseRowOf(showing, found) };
    const command = domainCommand(deps, commandFor(bulk, found), found);
    if (isRefusal(command)) return failed(bulk, id, command, row);
    const { places } = deps;
    const context = await contextOf({ ...showing, county, places }, trx, found, command);
    const decision = decide(found, command, context);
    return decision.ok
      ? { id, ok: true, ...row, after: standing(showing, decision.case) }
      : failed(bulk, id, caseRefusal(decision.refusal), row);
  });
}

/**
 * Carries the command out on each case in turn: its own transaction, the version that was looked at, once for its key.
 * What one case refuses does not keep the others.
 */
export async function runBulk(deps: CaseDeps, bulk: Bulk, items: readonly BulkItem[]): Promise<BulkOutcome[]> {
  const scope = scopeOf(bulk.showing.actor, bulk.county);
  const outcomes: BulkOutcome[] = [];
  for (const item of items) {
    const done = await runOne(deps, bulk, scope, item);
    outcomes.push(isRefusal(done) ? failed(bulk, item.id, done) : done);
  }
  return outcomes;
}

async function runOne(deps: CaseDeps, bulk: Bulk, scope: Scope, item: BulkItem): Promise<BulkOutcome | Refusal> {
  const { county, showing, command } = bulk;
  const { id, key, version } = item;
  const hash = sha256(JSON.stringify(['bulk', id, version, command]));
  const { rules, directory, actor } = showing;
  const once = { actor: keyHolder(actor), key, hash };
  const { result } = await doOnce<BulkOutcome>(
    deps,
    scope,
    once,
    async (trx) => {
      const found = await findCase(trx, county, id);
      if (!found) return refuse('case.notFound');
      const commanding = { county, id, actor, rules, directory, version: String(version) };
      const after = await commandCase(deps, trx, commanding, commandFor(bulk, found));
      if (isRefusal(after)) return after;
      return outcomeOf({ ...showing, now: deps.clock.now() }, after);
    },
    {
      version: (done) => done.case?.version ?? 0,
      again: async (trx, at) => outcomeOf(showing, await caseAt(trx, county, id, at)),
    },
  );
  return result;
}

const outcomeOf = (showing: Showing, found: Case): BulkOutcome => ({
  id: found.id,
  ok: true,
  case: caseRowOf(showing, found),
  after: standing(showing, found),
});

/** The command as it is for one case: without a named lead a dispatch goes to whom the duty list names. */
function commandFor({ command, showing }: Bulk, found: Case): Exclude<StaffCommand, { type: 'split' }> {
  if (command.type === 'note') return { ...command, photos: [] };
  if (command.type !== 'dispatch') return command;
  const { lead, ...more } = command;
  if (lead !== undefined) return { ...more, lead, supporting: [] };
  const { rules, now } = showing;
  const route = routeCase(rules.calendar, rules.dutyList, found, found.desk, now);
  return { ...more, lead: route.lead, supporting: [...route.supporting] };
}

function standing(showing: Showing, found: Case): NonNullable<BulkOutcome['after']> {
  const clock = nextClock(found);
  const owner = ownerOf(found) ?? clock?.owner;
  return {
    state: found.state,
    ...(owner && { owner: namedBodyOf(showing, owner) }),
    ...(clock && { dueAt: iso(clock.dueAt) }),
  };
}

function failed({ asked }: Bulk, id: string, refusal: Refusal, row: Pick<BulkOutcome, 'case'> = {}): BulkOutcome {
  const { code, detail } = problemOf(refusal, asked);
  return { id, ok: false, ...row, problem: { code, detail } };
}

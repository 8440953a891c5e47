import { repeat } from '../clock/index.ts';
import { isRefusal, refuse, type Refusal } from '../refusal.ts';
import { applyRun } from './apply-run.ts';
import { checkRun } from './check-run.ts';
import { Cancelled, type Control, type WorkDeps } from './deps.ts';
import { WrongFile } from './reading/wrong-file.ts';
import {
  changeRun,
  claimRun,
  deleteRun,
  findRun,
  listExpired,
  listLeft,
  type Run,
  type RunChange,
} from './run-store.ts';
import { runFiles } from './sealed-blobs.ts';

/** Name of the queue. */
export const queue = 'sheets';

const beatMs = 1_000;
/** Without a beat for this long somebody else takes the work. */
const leaseMs = 60_000;
const tidyMs = 20_000;
/** Work that killed its server this often is given up. */
const mostTries = 3;

/** Where work in this process stands; newer than what the database knows. */
export interface Underway {
  rows: number;
  percent: number;
  cancelled: boolean;
}

interface Key {
  readonly county: string;
  readonly id: string;
}

const later = (ms: number) => new Date(Date.now() + ms).toISOString();

/** Does imports in the background, one at a time, so that memory stays bounded. */
export function sheetWork(deps: WorkDeps) {
  const { db, jobs, log } = deps;
  const underway = new Map<string, Underway>();
  let turn: Promise<unknown> = Promise.resolve();

  function inSystem<T>({ county }: Key, act: Parameters<typeof db.transaction<T>>[1]): Promise<T> {
    return db.transaction<T>({ county, system: true }, act);
  }

  /** Tells the database now and then how far it is, keeps the lease, and hears whether somebody cancelled. */
  function startBeat(run: Run, state: Underway): () => Promise<void> {
    const beat = repeat(
      `sheet ${run.id}`,
      beatMs,
      async () => {
        const change = { rowsDone: state.rows, percent: state.percent, leaseUntil: later(leaseMs) };
        const still = await inSystem(run, (trx) => changeRun(trx, run, run.state, change));
        if (!still) state.cancelled = true;
      },
      log,
    );
    return () => beat.stop();
  }

  async function perform(run: Run, control: Control): Promise<RunChange | Refusal | undefined> {
    const kind = deps.kinds.get(run.kind);
    const actor = await deps.staffOf(run.county, run.person);
    if (kind === undefined || actor === undefined) return refuse('sheet.forbidden');
    const files = runFiles(deps.blobs, run, deps.keys.unwrap(run.wrappedKey));
    if (run.state === 'checking') return checkRun(deps, run, { kind, actor, files, control });
    return applyRun(deps, run, { kind, actor, files, control });
  }

  async function performed(run: Run, control: Control): Promise<RunChange | Refusal | undefined> {
    if (run.tries > mostTries) return refuse('sheet.run.failed');
    try {
      return await perform(run, control);
    } catch (error) {
      if (error instanceof WrongFile) return refuse(error.code, { params: error.params });
      if (error instanceof Cancelled) return undefined;
      log.error({ err: error, run: run.id }, 'an import failed');
      return refuse('sheet.run.failed');
    }
  }

  async function work(key: Key): Promise<void> {
    const run = await inSystem(key, (trx) => claimRun(trx, key, later(0), later(leaseMs)));
    if (run === undefined) return;
    const state: Underway = { rows: 0, percent: 0, cancelled: false };
    underway.set(run.id, state);
    const stopBeat = startBeat(run, state);
    const control: Control = {
      progress: (rows, percent) => {
        state.rows = rows;
        state.percent = Math.min(99, Math.floor(percent));
        if (state.cancelled) throw new Cancelled('cancelled');
      },
    };
    try {
      const outcome = await performed(run, control);
      await stopBeat();
      if (outcome === undefined) return;
      const change: RunChange = isRefusal(outcome)
        ? { state: 'failed', problem: { code: outcome.code, params: outcome.params ?? {} } }
        : { ...outcome, tries: 0 };
      await inSystem(run, (trx) => changeRun(trx, run, run.state, { ...change, leaseUntil: null }));
    } finally {
      await stopBeat();
      underway.delete(run.id);
    }
  }

  /** One at a time: a file of 100,000 rows takes its share of memory. */
  function inTurn(key: Key): Promise<void> {
    const mine = turn.then(() => work(key));
    turn = mine.catch(() => undefined);
    return mine;
  }

  async function forget(run: Run): Promise<void> {
    await runFiles(deps.blobs, run, new Uint8Array(32)).remove(['sent', 'rows', 'marked']);
    await inSystem(run, (trx) => deleteRun(trx, run.county, run.id));
  }

  /** Takes up what a server left behind, and forgets what is a day old. */
  async function tidy(): Promise<void> {
    const everywhere = { county: '*', system: true };
    const now = new Date(deps.clock.now()).toISOString();
    const { left, expired } = await db.transaction(everywhere, async (trx) => ({
      left: await listLeft(trx, later(0)),
      expired: await listExpired(trx, now),
    }));
    for (const key of left) await inSystem(key, (trx) => jobs.enqueue(trx, queue, key));
    for (const run of expired) await forget(run);
  }

  // Longer than any import takes: the lease, not the queue, tells whether somebody is at it.
  jobs.handle<Key>(queue, inTurn, { retries: 2, expireSeconds: 3_600 });
  const tidying = repeat('sheets', tidyMs, tidy, log);
  return {
    /** Where work in this process stands. */
    underway: (id: string): Underway | undefined => underway.get(id),
    /** Stops work in this process at its next step; elsewhere the changed state of the run does. */
    cancel: (id: string): void => {
      const state = underway.get(id);
      if (state !== undefined) state.cancelled = true;
    },
    tidy: () => tidying.now(),
    find: (key: Key) => inSystem(key, (trx) => findRun(trx, key.county, key.id)),
    stop: () => tidying.stop(),
  };
}
export type SheetWork = ReturnType<typeof sheetWork>;

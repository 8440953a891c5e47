import { sheetRoutes } from '@gezhi/contract/sheets/index';
import type { Locale } from '@gezhi/contract/words/index';
import { mayIn } from '@gezhi/domain/access/index';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { scopeOf } from '../database/index.ts';
import { serve } from '../http/index.ts';
import { isRefusal, refuse, type Refusal } from '../refusal.ts';
import { kindFor, sendFile, staffIn } from './asking.ts';
import type { Staff, WorkDeps } from './deps.ts';
import { changeRun, countBusy, findRun, insertRun, listRuns, noCounts, nothingShown, type Run } from './run-store.ts';
import { runFiles } from './sealed-blobs.ts';
import { shownRun } from './shown-run.ts';
import { queue, type SheetWork } from './work.ts';

const dayMs = 24 * 3_600_000;
const mostBusy = 3;
const mostListed = 20;

/** The bytes of a file that a request carries. */
export type FileOf = (request: FastifyRequest) => Buffer | undefined;

/** Imports: send, look, write, cancel. Each is its sender's; whoever manages the accounts of the county sees them too. */
export function serveRuns(app: FastifyInstance, deps: WorkDeps, work: SheetWork, fileOf: FileOf): void {
  const show = (run: Run, locale: Locale) => shownRun(run, deps.kinds.get(run.kind), work.underway(run.id), locale);

  async function find(actor: Staff, id: string): Promise<Run | Refusal> {
    const run = await deps.db.transaction(scopeOf(actor, actor.county), (trx) => findRun(trx, actor.county, id));
    const secret = run !== undefined && deps.kinds.get(run.kind)?.secret === true;
    const mine = run?.person === actor.person || (!secret && mayIn(actor, 'account.manage', actor.county));
    return run === undefined || !mine ? refuse('sheet.run.notFound') : run;
  }

  function freshRun(actor: Staff, kind: string, fileName: string, locale: Locale, wrappedKey: string): Run {
    const now = deps.clock.now();
    return {
      county: actor.county,
      id: deps.newId(),
      kind,
      person: actor.person,
      locale,
      fileName,
      format: null,
      state: 'checking',
      choice: null,
      wrappedKey,
      kept: ['sent'],
      rowsDone: 0,
      percent: 0,
      counts: noCounts,
      shown: nothingShown,
      problem: null,
      tries: 0,
      startedAt: new Date(now).toISOString(),
      expiresAt: new Date(now + dayMs).toISOString(),
    };
  }

  serve(app, deps, sheetRoutes.upload, async ({ actor, params, query, locale, request, once }) => {
    const staff = staffIn(actor);
    const kind = kindFor(deps, staff, params.kind, 'write');
    if (isRefusal(kind)) return kind;
    const bytes = fileOf(request);
    return once(scopeOf(staff, staff.county), async (trx) => {
      if (bytes === undefined || bytes.length === 0) return refuse('sheet.file.empty');
      if ((await countBusy(trx, staff.county, staff.person)) >= mostBusy) return refuse('sheet.run.tooMany');
      const key = deps.keys.newSubjectKey();
      const run = freshRun(staff, kind.code, query.name, locale, deps.keys.wrap(key));
      // The file first: a row without its file would be a promise nobody keeps.
      await runFiles(deps.blobs, run, key).put('sent', bytes);
      await insertRun(trx, run);
      await deps.jobs.enqueue(trx, queue, { county: run.county, id: run.id });
      return show(run, locale);
    });
  });

  serve(app, deps, sheetRoutes.listRuns, async ({ actor, query, locale }) => {
    const staff = staffIn(actor);
    const runs = await deps.db.transaction(scopeOf(staff, staff.county), (trx) =>
      listRuns(trx, staff.county, staff.person, { kind: query.kind, limit: mostListed }),
    );
    return { rows: runs.map((run) => show(run, locale)) };
  });

  serve(app, deps, sheetRoutes.getRun, async ({ actor, params, locale }) => {
    const run = await find(staffIn(actor), params.id);
    return isRefusal(run) ? run : show(run, locale);
  });

  serve(app, deps, sheetRoutes.marked, async ({ actor, params, reply }) => {
    const run = await find(staffIn(actor), params.id);
    if (isRefusal(run)) return run;
    if (!run.kept.includes('marked') || run.format === null) return refuse('sheet.answer.notFound');
    const files = runFiles(deps.blobs, run, deps.keys.unwrap(run.wrappedKey));
    const name = run.fileName.replace(/\.(xlsx|csv|txt)$/i, '');
    return sendFile(reply, `${name}-marked`, run.format, await files.get('marked'));
  });

  serve(app, deps, sheetRoutes.apply, async ({ actor, params, body, locale }) => {
    const staff = staffIn(actor);
    const run = await find(staff, params.id);
    if (isRefusal(run)) return run;
    const kind = kindFor(deps, staff, run.kind, 'write');
    if (isRefusal(kind)) return kind;
    // It is written with the rights of whoever sent it, so nobody else has it written.
    if (run.person !== staff.person) return refuse('sheet.forbidden');
    if (run.state !== 'checked') return refuse('sheet.run.notChecked');
    const { wrong } = run.counts;
    if (body.rows === 'all' && wrong > 0) return refuse('sheet.run.hasFaults', { params: { count: wrong } });
    return deps.db.transaction(scopeOf(staff, staff.county), async (trx) => {
      const change = {
        state: 'writing',
        choice: body.rows,
        rowsDone: 0,
        percent: 0,
        tries: 0,
        leaseUntil: null,
      } as const;
      if (!(await changeRun(trx, run, 'checked', change))) return refuse('sheet.run.notChecked');
      await deps.jobs.enqueue(trx, queue, { county: run.county, id: run.id });
      return show({ ...run, ...change }, locale);
    });
  });

  serve(app, deps, sheetRoutes.cancel, async ({ actor, params, locale }) => {
    const staff = staffIn(actor);
    const run = await find(staff, params.id);
    if (isRefusal(run)) return run;
    // Before the database is asked: on one connection it answers only when the writing is over.
    work.cancel(run.id);
    const cancelled = await deps.db.transaction(scopeOf(staff, staff.county), async (trx) => {
      for (const state of ['checking', 'checked', 'writing'] as const) {
        if (await changeRun(trx, run, state, { state: 'cancelled', leaseUntil: null })) return true;
      }
      return false;
    });
    if (!cancelled && run.state !== 'cancelled') return refuse('sheet.run.ended');
    return show({ ...run, state: 'cancelled' }, locale);
  });
}

import { setTimeout as wait } from 'node:timers/promises';
import { insightRoutes } from '@gezhi/contract/insight/index';
import { auditChains } from '../audit-chains.ts';
import { signIn } from '../demonstration/sign-in.ts';
import { checkPictures } from './check-pictures.ts';
import { checkRows, type Rows } from './check.ts';
import type { ChaosLoad } from './load.ts';
import { password } from './place.ts';
import { withRawRows } from './raw-rows.ts';
import type { Stage } from './stage.ts';

/** What one look found. */
export interface Look {
  readonly wrong: readonly string[];
  /** What `gezhi audit verify` said. */
  readonly audited: string;
  /** Jobs not yet done. */
  readonly jobs: number;
}

/** Longer than the job of a killed server waits until another takes it up. */
const drainPatienceMs = 420_000;

/** The rows and the chains at one moment. */
async function readAll(stage: Stage): Promise<{ readonly rows: Rows; readonly audited: string }> {
  const { dataDir, settings, servers, database } = stage;
  // The embedded database is for one process only.
  if (database === undefined) await Promise.all(servers.map((server) => server.rest()));
  try {
    const audited = await auditChains(dataDir, settings).catch((error: unknown) => String(error));
    const rows = await withRawRows(dataDir, settings, async (table) => ({
      cases: await table('public.case_file'),
      events: await table('public.case_event'),
      notices: await table('public.notice'),
      messages: await table('public.outbox'),
      files: await table('public.file'),
      jobs: await table('pgboss.job'),
    }));
    return { rows, audited };
  } finally {
    if (database === undefined) for (const server of servers) server.resume();
  }
}

/** Compares everything while nobody asks for anything. `drained`: no job may be left. */
export async function lookAtAll(stage: Stage, load: ChaosLoad, drained: boolean): Promise<Look> {
  await Promise.all(stage.servers.map((server) => server.ready()));
  const { rows, audited } = await readAll(stage);
  await Promise.all(stage.servers.map((server) => server.ready()));
  const admin = await signIn(stage.urls.at(-1) ?? '', 'admin', password);
  const figures = await admin.call(insightRoutes.figures, { query: {} });
  const chains = new RegExp(`^${rows.cases.length} cases, ${rows.events.length} events, 0 broken$`);
  const wrong = [
    ...checkRows(load, rows, figures, await stage.now(), drained),
    ...(await checkPictures(load, rows.files, stage.dataDir)),
    ...stage.servers.flatMap(({ gaveUp }) => gaveUp.map((said) => `a server gave up: ${said}`)),
    ...(chains.test(audited) ? [] : [`chains: ${audited}`]),
  ];
  return { wrong, audited, jobs: rows.jobs.length };
}

/** Looks again until no job is left, and answers the last look. */
export async function lookUntilDrained(stage: Stage, load: ChaosLoad): Promise<Look> {
  for (const begun = performance.now(); ; ) {
    // Jobs are done by running servers only, and a look at the embedded database ends its one.
    await wait(8_000);
    const found = await lookAtAll(stage, load, true);
    if (found.jobs === 0 || performance.now() - begun > drainPatienceMs) return found;
    if (stage.database === undefined) await wait(40_000);
  }
}

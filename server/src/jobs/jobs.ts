import type { Counter } from 'prom-client';
import { type Job, type JobResult, PgBoss } from 'pg-boss';
import { type Database, laterSql, type Trx } from '../database/index.ts';
import { jobsSchema } from '../database/jobs-schema.ts';
import type { Log } from '../log/log.ts';
import { newId } from '../new-id.ts';

/** Does one job. A job comes at least once, perhaps twice: the handler must do no harm the second time. */
export type JobHandler<Data> = (data: Data, job: { readonly id: string }) => Promise<void>;

/** How a queue treats its jobs. */
export interface QueueOptions {
  /**
   * Tries after the first, each later than the one before, up to five minutes (default 200, most of a day). One that a dying
   * server had in hand counts, too: few would be used up by nothing but restarts, and a long wait would be late for nothing.
   */
  readonly retries?: number;
  /** A job that takes longer counts as lost and is done again (default 300 s). */
  readonly expireSeconds?: number;
  /** Jobs taken at once (default 20). */
  readonly batch?: number;
}

/** Does several jobs in one go, all or none; when it fails each is done by itself, so that one bad job holds up no other. */
export type JobsHandler<Data> = (all: readonly Data[]) => Promise<void>;

/** Background work that follows a transaction: put in with it, done after it, not lost when the server dies. */
export interface Jobs {
  /** Says how a queue's jobs are done. Before `start`. */
  handle<Data extends object>(queue: string, handler: JobHandler<Data>, options?: QueueOptions): void;
  /** The same for jobs that are cheaper together. */
  handleTogether<Data extends object>(queue: string, handler: JobsHandler<Data>, options?: QueueOptions): void;
  /**
   * Puts a job into a queue within a transaction.
   * @param delaySeconds real seconds to wait before it is done.
   */
  enqueue(trx: Trx, queue: string, data: object, delaySeconds?: number): Promise<void>;
  /** Makes the queues; with `working` it also does their jobs from now on. */
  start(working: boolean): Promise<void>;
  /** Does every job that is due now and waits for them: tests, and a command that must leave nothing behind. */
  drain(): Promise<void>;
  /** Stops taking jobs and waits for those under way. */
  stop(): Promise<void>;
}

/** Jobs go in with the rest of the transaction: nobody waits to hear their ids. */
const sentLater = (trx: Trx) => ({
  executeSql: async (text: string, values?: readonly unknown[]) => {
    await laterSql(trx, text, values ?? []);
    return { rows: [] };
  },
});

interface Queue {
  readonly handler: JobHandler<object>;
  readonly together?: JobsHandler<object>;
  readonly options: QueueOptions;
}

const pollSeconds = 1;
/**
 * Whoever does jobs says so this often; after as long without a word they are another's. A server that was killed holds
 * up what it had taken for about twice this, not until the jobs expire.
 */
const heartbeatSeconds = 15;
const usualBatch = 20;
const stopMs = 10_000;

/** Opens pg-boss over the database's own connections. Its schema was made by the owner (`prepareJobs`). */
export function openJobs(deps: { readonly db: Database; readonly log: Log; readonly failed?: Counter<'queue'> }): Jobs {
  const { db, log, failed } = deps;
  const queues = new Map<string, Queue>();
  let started = false;
  const boss = new PgBoss({
    db: db.libraries.jobs,
    backend: db.profile.jobs,
    schema: jobsSchema,
    migrate: false,
    createSchema: false,
    schedule: false,
    superviseIntervalSeconds: heartbeatSeconds,
    monitorIntervalSeconds: heartbeatSeconds,
    // The application role owns nothing, so it cannot rebuild indexes; autovacuum does what is needed.
    reindex: false,
    monitorVacuum: false,
  });
  boss.on('error', (error) => log.error({ err: error }, 'job queue'));

  async function settle(name: string, { handler }: Queue, job: Job): Promise<JobResult> {
    try {
      await handler(job.data, { id: job.id });
      return { id: job.id, status: 'completed' };
    } catch (error) {
      log.error({ err: error, queue: name, job: job.id }, 'a job failed');
      failed?.inc({ queue: name });
      return { id: job.id, status: 'failed', output: { message: error instanceof Error ? error.message : 'failed' } };
    }
  }

  async function settleAll(name: string, queue: Queue, jobs: readonly Job[]): Promise<JobResult[]> {
    if (queue.together !== undefined && jobs.length > 1) {
      try {
        await queue.together(jobs.map(({ data }) => data));
        return jobs.map(({ id }) => ({ id, status: 'completed' }));
      } catch (error) {
        log.warn({ err: error, queue: name, jobs: jobs.length }, 'jobs failed together and are done one by one');
      }
    }
    return Promise.all(jobs.map((job) => settle(name, queue, job)));
  }

  async function make(name: string, { retries = 200, expireSeconds = 300 }: QueueOptions): Promise<void> {
    const wanted = {
      retryLimit: retries,
      retryDelay: 5,
      retryBackoff: true,
      retryDelayMax: 300,
      expireInSeconds: expireSeconds,
      heartbeatSeconds,
    };
    await boss.createQueue(name, wanted);
    await boss.updateQueue(name, wanted);
    // Puts the queue into pg-boss's memory: looking it up inside a transaction would need a second connection.
    await boss.findJobs(name, { id: newId() });
  }

  async function drainOne(name: string, queue: Queue): Promise<boolean> {
    const jobs = await boss.fetch<object>(name, { batchSize: queue.options.batch ?? usualBatch });
    for (const { id, status, output } of await settleAll(name, queue, jobs)) {
      if (status === 'completed') await boss.complete(name, id);
      else await boss.fail(name, id, output as object);
    }
    return jobs.length > 0;
  }

  function add(name: string, queue: Queue): void {
    if (started) throw new Error(`queue ${name} is told after the start`);
    if (queues.has(name)) throw new Error(`queue ${name} has two handlers`);
    queues.set(name, queue);
  }

  return {
    handle: (name, handler, options = {}) => add(name, { handler: handler as JobHandler<object>, options }),
    handleTogether: (name, handler, options = {}) => {
      const together = handler as JobsHandler<object>;
      add(name, { handler: (data) => together([data]), together, options });
    },
    enqueue: async (trx, queue, data, delaySeconds) => {
      if (!queues.has(queue)) throw new Error(`queue ${queue} has no handler`);
      const delay = delaySeconds === undefined ? {} : { startAfter: delaySeconds };
      await boss.send(queue, data, { db: sentLater(trx), ...delay });
    },
    start: async (working) => {
      started = true;
      await boss.start();
      for (const [name, queue] of queues) await make(name, queue.options);
      if (!working) return;
      for (const [name, queue] of queues) {
        const batchSize = queue.options.batch ?? usualBatch;
        // A full batch says that more is waiting: without this a queue would do one batch a second.
        const how = { pollingIntervalSeconds: pollSeconds, batchSize, burstWhenBatchFull: true };
        await boss.work<object>(name, { ...how, perJobResults: true }, (jobs) => settleAll(name, queue, jobs));
      }
    },
    drain: async () => {
      for (let worked = true; worked; ) {
        worked = false;
        for (const [name, queue] of queues) worked = (await drainOne(name, queue)) || worked;
      }
    },
    stop: () => boss.stop({ graceful: true, timeout: stopMs, close: false }),
  };
}

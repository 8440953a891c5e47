import type { Log } from '../log/log.ts';

/**
 * Does work again and again with a pause of real time between, one at a time; a failure is logged and the next try comes.
 * @returns `now` to do it at once (waits for it), `nowOrThrow` the same for whoever must know that it failed, `stop` to end (waits for the one under way).
 */
export function repeat(name: string, everyMs: number, work: () => Promise<void>, log: Log) {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let turn: Promise<void> = Promise.resolve();
  let queued: Promise<void> | undefined;
  let failure: { readonly error: unknown } | undefined;

  async function takeTurn(): Promise<void> {
    queued = undefined;
    if (stopped) return;
    failure = undefined;
    try {
      await work();
    } catch (error) {
      failure = { error };
      log.error({ err: error, name }, 'a repeated task failed');
    }
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void next(), everyMs).unref();
  }

  /** A turn that has not begun serves everybody who asks meanwhile, so asking faster than it works piles up nothing. */
  function next(): Promise<void> {
    clearTimeout(timer);
    queued ??= turn = turn.then(takeTurn);
    return queued;
  }

  void next();
  return {
    now: next,
    nowOrThrow: async (): Promise<void> => {
      await next();
      if (failure) throw failure.error;
    },
    stop: async (): Promise<void> => {
      stopped = true;
      clearTimeout(timer);
      await turn;
    },
  };
}

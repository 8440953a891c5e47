import type { Log } from '../log/log.ts';

/**
 * Does work again and again with a pause of real time between, one at a time; a failure is logged and the next try comes.
 * @returns `now` to do it at once (waits for it), `stop` to end (waits for the one under way).
 */
export function repeat(name: string, everyMs: number, work: () => Promise<void>, log: Log) {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let turn: Promise<void> = Promise.resolve();

  function next(): Promise<void> {
    clearTimeout(timer);
    turn = turn.then(async () => {
      if (stopped) return;
      try {
        await work();
      } catch (error) {
        log.error({ err: error, name }, 'a repeated task failed');
      }
      clearTimeout(timer);
      if (!stopped) timer = setTimeout(() => void next(), everyMs).unref();
    });
    return turn;
  }

  void next();
  return {
    now: next,
    stop: async (): Promise<void> => {
      stopped = true;
      clearTimeout(timer);
      await turn;
    },
  };
}

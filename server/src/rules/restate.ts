import type { Deps } from '../deps.ts';

/** Clocks already running that a new version is to reach, because whoever wrote it said so. */
export const restateQueue = 'rules.restateClocks';

/**
 * Says how running clocks are restated. Before the jobs start.
 * @param restate what cases do about it, for one county
 */
export function handleRules({ jobs }: Pick<Deps, 'jobs'>, restate: (county: string) => Promise<unknown>): void {
  // A county has tens of thousands of open cases at most; each is its own transaction and done again without harm.
  jobs.handle<{ county: string }>(restateQueue, async ({ county }) => void (await restate(county)), {
    expireSeconds: 3_600,
  });
}

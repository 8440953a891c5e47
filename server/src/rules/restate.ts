import type { Deps } from '../deps.ts';

/** Clocks already running that a new version is to reach, because whoever wrote it said so. */
export const restateQueue = 'rules.restateClocks';

/** Lights kept beside the cases, after a new version of the rules that make them. */
export const relightQueue = 'rules.relight';

/** What cases do when rules change, for one county. */
export interface OnRules {
  readonly restateClocks: (county: string) => Promise<unknown>;
  readonly relight: (county: string) => Promise<unknown>;
}

// A county has tens of thousands of open cases at most; each is its own transaction and done again without harm.
const options = { expireSeconds: 3_600 };

/** Says what follows a new version of rules. Before the jobs start. */
export function handleRules({ jobs }: Pick<Deps, 'jobs'>, on: OnRules): void {
  jobs.handle<{ county: string }>(restateQueue, async ({ county }) => void (await on.restateClocks(county)), options);
  jobs.handle<{ county: string }>(relightQueue, async ({ county }) => void (await on.relight(county)), options);
}

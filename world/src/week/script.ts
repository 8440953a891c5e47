import { firstMatters } from './first-matters.ts';
import { laterMatters } from './later-matters.ts';
import type { WeekStep } from './step.ts';

/** Everything that happens in the week, in order of time; at the same minute in the order the design tells it. */
export const weekScript: readonly WeekStep[] = [...firstMatters, ...laterMatters].toSorted((a, b) =>
  a.at < b.at ? -1 : a.at > b.at ? 1 : 0,
);

/** When the week is looked at. */
export const weekEnd = '11-30T18:00';

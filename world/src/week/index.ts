export { expectedMatters, expectedOrders, expectedRates } from './expected.ts';
export type { ExpectedMatter, ExpectedOrder } from './expected.ts';
export { weekEnd, weekScript } from './script.ts';
export { matterNames, weekInstant } from './step.ts';
export type { Deed, MatterName, WeekReport, WeekStep } from './step.ts';

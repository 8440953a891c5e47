export { type ChaosPlan, type ChaosResult, type ChaosRun, openRun, runChaos } from './chaos.ts';
export { askEverything } from './ask-everything.ts';
export { rawRowsIn } from './raw-rows.ts';
export type { FragileDatabase } from './stage.ts';

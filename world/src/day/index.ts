export { liveDay } from './day.ts';
export { summaryOf } from './summary.ts';

export { type ProgramClock, realClock, settableClock } from './program-clock.ts';
export { repeat } from './repeat.ts';
export { registerClock } from './routes.ts';

export { grid } from './cast.ts';
export { type DemoAccount, fillDemonstration } from './fill.ts';

export { type DemoAccount, type Filling, fillDemonstration } from './fill.ts';

export { type Aftermath, killUnderLoad, type Killing } from './kill.ts';

export { killUnderLoad } from './kill.ts';

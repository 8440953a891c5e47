export { registerOpen311 } from './routes.ts';

export { registerFiles } from './routes.ts';
export { showFiles, takeFiles } from './store.ts';

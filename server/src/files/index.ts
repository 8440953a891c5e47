export { type FileScope, registerFiles } from './routes.ts';
export { type FileOwner, showFiles, takeFiles } from './store.ts';

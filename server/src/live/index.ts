export { registerLive } from './routes.ts';
export { type LiveSource, openLiveSource } from './source.ts';
export { appendLive } from './store.ts';

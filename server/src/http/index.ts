export type { Call } from './call.ts';
export type { CsvColumn } from './csv.ts';
export { cursorAfter, pageOf, type Position, positionIn } from './cursor.ts';
export { doOnce, type OnceKey } from './idempotency.ts';
export type { RateLimit } from './rate-limit.ts';
export { asked, sendRefusal } from './refusing.ts';
export { contentPolicy, nonceOf } from './security.ts';
export { serve, type ServeOptions } from './serve.ts';
export { etagOf, refuseStale, versionIn } from './versions.ts';

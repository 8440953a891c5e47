export type { Call } from './call.ts';
export type { CsvColumn } from './csv.ts';
export { cursorAfter, pageOf, type Position, positionIn } from './cursor.ts';
export { localeCookie } from './kept-locale.ts';
export { asked } from './refusing.ts';
export { sendPlainPage } from './plain-page.ts';
export { nonceOf } from './security.ts';
export { serve } from './serve.ts';
export { etagOf, refuseStale } from './versions.ts';

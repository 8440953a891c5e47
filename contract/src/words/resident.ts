import type { Words } from './word.ts';

/** The residents' page. */
export const residentWords = {
  'resident.title': { zh: '随手拍 · 格治', en: 'Report a problem · Gezhi' },
} as const satisfies Words;

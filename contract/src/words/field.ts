import type { Words } from './word.ts';

/** The field app of grid workers and departments on the move. */
export const fieldWords = {
  'field.title': { zh: '格治 · 外勤', en: 'Gezhi field' },
} as const satisfies Words;

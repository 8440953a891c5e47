import type { Words } from './word.ts';

/** The desk: rail, pages and forms that no noun owns. */
export const deskWords = {
  'desk.title': { zh: '格治 · 工作台', en: 'Gezhi desk' },
} as const satisfies Words;

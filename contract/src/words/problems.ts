import type { Words } from './word.ts';

/** What every problem document says, by its stable code. */
export const problemWords = {
  'problem.internal': { zh: '服务器出错了，已记录。请稍后再试。', en: 'The server failed and has noted it. Try again shortly.' },
} as const satisfies Words;

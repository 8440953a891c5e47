import { expect, test } from 'vitest';
import { breaths } from './read-aloud.ts';

test('a page is read sentence by sentence, and a sentence without end in pieces', () => {
  expect(breaths('路灯不亮。等城管局签收！\n\n  最晚 11月20日  ')).toEqual([
    '路灯不亮。',
    '等城管局签收！',
    '最晚 11月20日',
  ]);
  const long = '一'.repeat(400);
  expect(breaths(long).map((piece) => piece.length)).toEqual([160, 160, 80]);
  expect(breaths(' \n ')).toEqual([]);
});

import { expect, it } from 'vitest';
import { pinyinInitials } from './initials.ts';

it.each([
  ['荷城社区', 'hcsq'],
  ['李小明', 'lxm'],
  ['重庆路', 'cql'],
  ['行政审批局', 'xzspj'],
  ['Abc 公司（2号）', 'abcgs2h'],
  ['', ''],
])('%s → %s', (text, initials) => {
  expect(pinyinInitials(text)).toBe(initials);
});

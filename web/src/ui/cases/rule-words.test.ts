import { sayNamed } from '@gezhi/contract/words/index';
import { expect, it } from 'vitest';
import { ruleIdWords } from './rule-words.ts';

const named = (start: string, thing: string) => sayNamed('zh-CN', start + thing, thing);

it.each([
  ['accept.ordinary', '受理 · 一般'],
  ['handle.microProject', '处置 · 微实事'],
  ['handle.lamps', '处置 · lamps'],
  ['agreed', '约定的日期'],
])('says the rule %s as %s', (id, words) => {
  expect(ruleIdWords(id, named)).toBe(words);
});

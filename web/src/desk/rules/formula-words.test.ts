import { say as sayIn } from '@gezhi/contract/words/index';
import { casePredicateNames } from '@gezhi/domain/cases/index';
import { expect, it } from 'vitest';
import type { Say } from '../../words/locale.tsx';
import { termWords } from './formula-words.ts';

const say: Say = (id, ...values) => sayIn('zh-CN', id, ...values);

it('says what is counted, and with what weight', () => {
  expect(termWords([{ all: ['residents', 'contactOwed'], weight: 1 }], say)).toBe('居民反映的，且应联系反映人的');
  expect(
    termWords(
      [
        { all: ['solved'], weight: 1 },
        { all: ['partlySolved'], weight: 0.5 },
      ],
      say,
    ),
  ).toBe('评为已解决的；评为部分解决的 (每件按 0.5 件计)');
});

it('has words for every predicate', () => {
  for (const one of casePredicateNames) expect(termWords([{ all: [one], weight: 1 }], say)).not.toContain(one);
});

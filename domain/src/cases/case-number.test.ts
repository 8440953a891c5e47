import fc from 'fast-check';
import { expect, test } from 'vitest';
import { caseNumberBytes, caseNumberFrom, parseCaseNumber } from './case-number.ts';

const bytes = Uint8Array.from([7, 19, 3, 20, 2, 23]);

test('is the date of the report and six symbols', () => {
  expect(caseNumberFrom('2026-11-20', bytes)).toBe('20261120-7K3M2Q');
});

test('reads back, whatever the chance', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: caseNumberBytes, maxLength: caseNumberBytes }), (random) => {
      const number = caseNumberFrom('2026-11-20', random);
      expect(number).toMatch(/^20261120-[0-9A-HJKMNP-TV-Z]{6}$/);
      expect(parseCaseNumber(number)).toEqual({ ok: true, number, date: '2026-11-20' });
    }),
  );
});

test('is not made from too little chance', () => {
  expect(() => caseNumberFrom('2026-11-20', bytes.subarray(1))).toThrow(RangeError);
});

test.each([
  '20261120-7k3m2q',
  '2026 1120 7K3M 2Q',
  '２０２６１１２０－７Ｋ３Ｍ２Ｑ',
  '2O26ll20—7K3M2Q',
  '202611207K3M2Q',
])('%s is forgiven', (typed) => {
  expect(parseCaseNumber(typed)).toEqual({ ok: true, number: '20261120-7K3M2Q', date: '2026-11-20' });
});

test.each([
  ['', 'caseNumber.form'],
  ['20261120-7K3M2', 'caseNumber.form'],
  ['20261120-7K3M2QQ', 'caseNumber.form'],
  ['20261120-7K3M2U', 'caseNumber.form'],
  ['2026112A-7K3M2Q', 'caseNumber.form'],
  ["20261120-' or 1", 'caseNumber.form'],
  ['9'.repeat(10_000), 'caseNumber.form'],
  ['20260230-7K3M2Q', 'caseNumber.date'],
  ['20261301-7K3M2Q', 'caseNumber.date'],
])('%j is refused: %s', (typed, code) => {
  expect(parseCaseNumber(typed)).toEqual({ ok: false, code });
});

import { assert, property, nat } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ancestorsOf,
  codeSchemes,
  countyOf,
  defaultCodeScheme,
  depthOf,
  faultOfCode,
  isWithin,
  parentOf,
  prefixRange,
  streetFormOf,
  withoutPadding,
} from './codes.ts';

describe('area codes', () => {
  it('reads the real code of 荷城社区 and of a microgrid in it', () => {
    expect(depthOf(defaultCodeScheme, '450802001013')).toBe(5);
    expect(parentOf(defaultCodeScheme, '450802001013')).toBe('450802001');
    expect(ancestorsOf(defaultCodeScheme, '450802001013004002')).toEqual([
      '45',
      '4508',
      '450802',
      '450802001',
      '450802001013',
      '450802001013004',
    ]);
    expect(countyOf('450802001013')).toBe('450802');
    expect(countyOf('4508')).toBeUndefined();
  });

  it.each([
    ['', 'code.notDigits'],
    ['45O802', 'code.notDigits'],
    ['４５', 'code.notDigits'],
    ['450802 ', 'code.notDigits'],
    ['45080200', 'code.length'],
    ['4508020010130010011', 'code.length'],
    ['450802000', 'code.zero'],
    ['450802001013000', 'code.zero'],
  ])('refuses %j: %s', (code, fault) => {
    expect(faultOfCode(defaultCodeScheme, code)).toBe(fault);
  });

  it.each(['450802', '450802001', '450802999', '441900', '441900003', '450802001013601'])(
    'takes %s, exceptions included',
    (code) => {
      expect(faultOfCode(defaultCodeScheme, code)).toBeUndefined();
    },
  );

  it.each([
    [15, '450802001013001'],
    [16, '4508020010130102'],
    [14, '45080200101301'],
  ])('has a scheme of %i digits', (digits, code) => {
    const scheme = codeSchemes.find(({ widths }) => widths.reduce((sum: number, width) => sum + width, 0) === digits);
    expect(scheme && faultOfCode(scheme, code)).toBeUndefined();
    expect(scheme && depthOf(scheme, code)).toBe(scheme?.widths.length);
  });

  it('takes the padding off statistical codes', () => {
    expect(withoutPadding('450802000000')).toBe('450802');
    expect(withoutPadding('450802001000')).toBe('450802001');
    expect(withoutPadding('450802001013')).toBe('450802001013');
    expect(withoutPadding('450000000000')).toBe('45');
    expect(withoutPadding('450802001013000')).toBe('450802001013000');
  });

  it('reads the form of a street from its digits', () => {
    expect(['450802001', '450802100', '450802205', '450802400', '450802999'].map(streetFormOf)).toEqual([
      'subdistrict',
      'town',
      'township',
      'other',
      'other',
    ]);
  });

  it('the prefix range of an area holds exactly what lies under it', () => {
    assert(
      property(nat(99_999_999), nat(99_999_999), (a, b) => {
        const [code, area] = [String(a), String(b).slice(0, 3)];
        const { from, before } = prefixRange(area);
        expect(code >= from && code < before).toBe(isWithin(code, area));
      }),
    );
  });
});

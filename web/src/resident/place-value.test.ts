import { describe, expect, it } from 'vitest';
import { optionOf, placeValue } from './place-value.ts';
import { fill } from './words.ts';

describe('a place in the form', () => {
  it('is written with its name last and no more digits than a hand', () => {
    expect(placeValue('荷城路|3号', [109.123456789, 23.1])).toBe('|109.123457|23.1|荷城路|3号');
    expect(placeValue('荷城社区', undefined, '450802001013')).toBe('450802001013|||荷城社区');
  });

  it('has a point where it is small, and only its code where it is large', () => {
    const hit = { name: '荷城社区', area: '450802001013', areaName: '荷城社区', point: [109, 23] as const };
    expect(optionOf({ ...hit, what: 'area', kind: 'community' })).toEqual({
      value: '450802001013|||荷城社区',
      label: '荷城社区',
      note: '',
    });
    expect(optionOf({ ...hit, what: 'area', kind: 'microgrid' }).value).toBe('450802001013|109|23|荷城社区');
    expect(optionOf({ ...hit, what: 'landmark', kind: 'building', name: '3栋', address: '荷塘巷12号' })).toEqual({
      value: '|109|23|3栋',
      label: '3栋',
      note: '荷塘巷12号 · 荷城社区',
    });
  });
});

describe('sentences of the server', () => {
  it('take their values and keep what they are not given', () => {
    expect(fill('位置：{name}，{n}', { name: '荷城$&' })).toBe('位置：荷城$&，{n}');
  });
});

import { fileCase } from '@gezhi/contract/cases/index';
import { describe, expect, it } from 'vitest';
import { blankMatter, filingOf, hasPlace } from './matter.ts';

describe('filingOf', () => {
  it('leaves blanks out, so that the contract takes it', () => {
    const filing = filingOf({ ...blankMatter, description: ' 路灯不亮 ', address: '荷城路 3 号 ', phone: ' ' });
    expect(filing).toMatchObject({ description: '路灯不亮', place: { address: '荷城路 3 号' } });
    expect(filing).not.toHaveProperty('contact');
    expect(fileCase.safeParse(filing).success).toBe(true);
  });

  it('prefers the point to the area it lies in', () => {
    const filing = filingOf({ ...blankMatter, description: '井盖', point: [109.6, 23.1], area: '450802001013' });
    expect(filing.place).toEqual({ point: [109.6, 23.1] });
  });
});

it('takes an address, an area or a point for a place', () => {
  expect(hasPlace(blankMatter)).toBe(false);
  expect(hasPlace({ ...blankMatter, address: '桥头' })).toBe(true);
  expect(hasPlace({ ...blankMatter, area: '450802001013' })).toBe(true);
});

import { faultKinds } from '@gezhi/contract/insight/index';
import { describe, expect, it } from 'vitest';
import { bySeriousness, placeOf, remedyOf } from './remedies.ts';

describe('faults', () => {
  it('stand in an order that leaves none out, what nobody can check first', () => {
    const sorted = bySeriousness(faultKinds.toReversed().map((kind) => ({ kind }))).map(({ kind }) => kind);
    expect(sorted).toHaveLength(faultKinds.length);
    expect(sorted[0]).toBe('noVerifier');
    expect(sorted.at(-1)).toBe('other');
  });

  it('have a page that mends them, but for those of no kind', () => {
    expect(faultKinds.filter((kind) => remedyOf(kind) === undefined)).toEqual(['other']);
  });

  it('open what each line is about', () => {
    const row = { ref: '450802002', text: '' };
    expect(placeOf('noVerifier', { ...row, caseId: 'c' })).toEqual({ to: '/cases', search: { id: 'c' } });
    expect(placeOf('deskWithoutStaff', { ...row, area: '450802002' })).toEqual({
      to: '/places',
      search: { area: '450802002' },
    });
    expect(placeOf('dutyGap', { ref: '0101', text: '' })).toEqual({ to: '/cases', search: { category: '0101' } });
    expect(placeOf('yearUnpublished', { ref: '2027', text: '' })).toBeUndefined();
  });
});

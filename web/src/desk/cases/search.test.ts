import { describe, expect, it } from 'vitest';
import { casesSearch, countFilters, dayAfter, filtersOf } from './search.ts';

describe('the address of the cases page', () => {
  it('drops what no case can have and keeps the rest', () => {
    const search = casesSearch.parse({
      q: '路灯',
      state: ['reported', 'nonsense'],
      light: ['red'],
      overdue: true,
      area: 'x',
      id: '1',
    });
    expect(search).toEqual({ q: '路灯', light: ['red'], overdue: true });
  });

  it('asks for whole days of the county', () => {
    expect(filtersOf({ from: '2026-11-16', to: '2026-11-20' })).toEqual({
      from: '2026-11-16T00:00:00+08:00',
      to: '2026-11-21T00:00:00+08:00',
    });
  });

  it('ends a year on its last day', () => {
    expect(dayAfter('2026-12-31')).toBe('2027-01-01');
    expect(dayAfter('2028-02-28')).toBe('2028-02-29');
  });

  it('sends lists joined and leaves out what is only for the page', () => {
    expect(filtersOf({ state: ['reported', 'accepted'], mine: true, view: 'map', sort: 'newest', q: '' })).toEqual({
      state: 'reported,accepted',
      mine: 'true',
    });
  });

  it('counts filters', () => {
    expect(countFilters({ q: '井盖', area: '450802001', overdue: true })).toBe(2);
  });
});

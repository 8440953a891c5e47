import { expect, it } from 'vitest';
import { figureQueryOf, rowsBehind } from './search.ts';

it('asks for whole days, the last one included', () => {
  expect(figureQueryOf({ from: '2026-11-01', to: '2026-11-30', by: 'org', area: undefined })).toEqual({
    by: 'org',
    from: '2026-11-01T00:00:00+08:00',
    to: '2026-12-01T00:00:00+08:00',
  });
});

it('opens the rows of a unit with the same filters', () => {
  const search = { by: 'area', from: '2026-11-01', category: '01', level: 2 } as const;
  expect(rowsBehind(search, { code: '450802001013', own: false }, { rate: 'response', part: 'numerator' })).toEqual({
    from: '2026-11-01',
    category: '01',
    area: '450802001013',
    rate: 'response',
    part: 'numerator',
  });
  expect(rowsBehind(search, { code: '', own: false })).toEqual({ from: '2026-11-01', category: '01' });
  expect(rowsBehind({ by: 'category' }, { code: '0102', own: true })).toEqual({ category: '0102', itself: 'category' });
});

import { describe, expect, it } from 'vitest';
import { type Counted, cellsOf, figureViews, viewFor } from './views.ts';

const one: Counted = {
  area: '450802001013001',
  category: '01020401',
  day: '2026-11-23',
  light: 'none',
  key: 'closed',
  overdue: false,
  contact: true,
  handle: false,
  orgs: ['a', 'b', 'a'],
};

describe('the views of figures', () => {
  it.each([
    [6, 2, 'category-2'],
    [9, 0, 'area-9'],
    [6, 6, 'category'],
    [9, 2, 'area-9-category-2'],
    [12, 0, 'area-12'],
    [15, 0, 'area'],
    [12, 2, undefined],
    [9, 4, undefined],
  ])('for areas of %i and categories of %i digits', (area, category, name) => {
    expect(viewFor(area, category)?.name).toBe(name);
  });

  it('are each asked for, none twice', () => {
    expect(figureViews.map((view) => viewFor(view.area, view.category))).toEqual([...figureViews]);
  });

  it('hold a case once in each span, and once for each of its bodies', () => {
    const cells = cellsOf(one);
    expect(new Set(cells.map((cell) => JSON.stringify(cell))).size).toBe(cells.length);
    for (const cell of cells)
      expect(cell).toMatchObject({ light: 'none', key: 'closed', overdue: false, contact: true });
    const of = (view: string) =>
      cells
        .filter((cell) => cell.view === view)
        .map(({ span, area, category, org }) => [span.kind, span.begins, area, category, org]);
    expect(of('area-9')).toEqual([
      ['all', '0001-01-01', '450802001', '', ''],
      ['year', '2026-01-01', '450802001', '', ''],
      ['month', '2026-11-01', '450802001', '', ''],
      ['day', '2026-11-23', '450802001', '', ''],
    ]);
    expect(of('category-4')).toEqual([
      ['all', '0001-01-01', '450802', '0102', ''],
      ['year', '2026-01-01', '450802', '0102', ''],
      ['month', '2026-11-01', '450802', '0102', ''],
    ]);
    expect(of('org').map(([kind, , , , org]) => `${kind} ${org}`)).toEqual([
      'all a',
      'year a',
      'month a',
      'day a',
      'all b',
      'year b',
      'month b',
      'day b',
    ]);
  });
});

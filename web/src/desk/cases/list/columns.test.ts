import { expect, it } from 'vitest';
import { columnNames, firstColumns, moved, toggled, tracksOf, widthOf } from './columns.ts';

it('moves a column by one place and leaves it at the edge', () => {
  expect(moved(['number', 'area', 'left'], 'left', -1)).toEqual(['number', 'left', 'area']);
  expect(moved(['number', 'area', 'left'], 'left', 1)).toEqual(['number', 'area', 'left']);
  expect(moved(['number'], 'area', 1)).toEqual(['number']);
});

it('adds behind and takes away', () => {
  expect(toggled(['number'], 'left')).toEqual(['number', 'left']);
  expect(toggled(['number', 'left'], 'number')).toEqual(['left']);
});

it('gives what is left of the room to exactly one column', () => {
  for (const columns of [firstColumns, columnNames, ['number', 'left'] as const]) {
    expect(tracksOf(columns).match(/1fr/g)).toHaveLength(1);
    expect(widthOf(columns)).toBeGreaterThan(100);
  }
});

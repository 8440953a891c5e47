import { expect, test } from 'vitest';
import { joinPlace, placeLine } from './place-line.ts';

test.each([
  ['荷塘苑3栋', '3栋2单元门口', '荷塘苑3栋2单元门口'],
  ['荷塘苑3栋', '荷塘苑3栋 2单元', '荷塘苑3栋 2单元'],
  ['荷塘苑3栋', '东侧', '荷塘苑3栋 东侧'],
  ['', '东侧', '东侧'],
  ['荷塘苑3栋', '', '荷塘苑3栋'],
])('%s and %s are said once: %s', (place, spot, joined) => {
  expect(joinPlace(place, spot)).toBe(joined);
});

test.each([
  ['荷塘苑3栋', '荷塘苑3栋 3栋2单元门口', '荷塘苑3栋2单元门口'],
  ['荷塘苑3栋', '荷塘苑3栋', '荷塘苑3栋'],
  ['荷塘苑2栋', '荷塘苑2栋附近', '荷塘苑2栋附近'],
  ['荷塘苑网格', '荷塘苑3栋', '荷塘苑网格 · 荷塘苑3栋'],
  ['荷塘苑网格', undefined, '荷塘苑网格'],
])('%s with %s reads %s', (area, address, line) => {
  expect(placeLine(area, address)).toBe(line);
});

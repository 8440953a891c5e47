import { describe, expect, it } from 'vitest';
import { placeOfHit, readPlace, writePlace } from './chosen-place.ts';

describe('a chosen place in a form', () => {
  it('comes back as it was written, a bar in its name included', () => {
    for (const place of [
      { area: '450802001013', name: '荷城社区' },
      { point: [109.6, 23.1] as const, name: '荷塘苑|3栋' },
      { area: '450802001013001', point: [-0.5, 0] as const, name: '' },
    ]) {
      expect(readPlace(writePlace(place))).toEqual(place);
    }
  });

  it('is none where neither area nor a point on earth is given', () => {
    for (const value of ['', '|||荷城', '|109.6||x', '|181|0|x', '|109..6|1|x', 'a|1|2|x', '{"area":1}']) {
      expect(readPlace(value)).toBeUndefined();
    }
  });

  it('takes the middle of a building for its place, but not that of a community', () => {
    const hit = {
      what: 'area' as const,
      name: '甲',
      area: '450802001013',
      areaName: '甲',
      point: [109.6, 23.1] as [number, number],
    };
    expect(placeOfHit({ ...hit, kind: 'community' })).toEqual({ name: '甲', area: '450802001013' });
    expect(placeOfHit({ ...hit, kind: 'microgrid' })).toEqual({
      name: '甲',
      area: '450802001013',
      point: [109.6, 23.1],
    });
    expect(placeOfHit({ ...hit, what: 'landmark', kind: 'road' })).toEqual({ name: '甲', point: [109.6, 23.1] });
  });
});

import { describe, expect, it } from 'vitest';
import { withoutNested, zonesOf } from './zones.ts';

describe('zones', () => {
  const police = { id: '1', purpose: 'police', name: '城东警务网格', areas: ['450802001013', '450802001014001'] };
  const share = { id: '2', purpose: 'pairing', name: '包保片', areas: ['450802001013601'] };

  it('an area belongs to the zones of those above it', () => {
    expect(zonesOf([police, share], '450802001013601').map((zone) => zone.id)).toEqual(['1', '2']);
    expect(zonesOf([police, share], '450802001014001003').map((zone) => zone.id)).toEqual(['1']);
    expect(zonesOf([police, share], '450802001014')).toEqual([]);
  });

  it('drops doubles and what another member holds already', () => {
    expect(withoutNested(['450802001014', '450802001013601', '450802001013', '450802001014'])).toEqual([
      '450802001013',
      '450802001014',
    ]);
  });
});

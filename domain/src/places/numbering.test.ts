import { array, assert, double, property, record, uniqueArray, integer } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultCodeScheme } from './codes.ts';
import { inCodeOrder, nextFreeCode } from './numbering.ts';

describe('the next free code', () => {
  const community = '450802001013';

  it('starts at 1, exclusive grids at 601', () => {
    expect(nextFreeCode(defaultCodeScheme, community, [])).toEqual({ code: `${community}001` });
    expect(nextFreeCode(defaultCodeScheme, community, [`${community}601`], { from: 601, to: 999 })).toEqual({
      code: `${community}602`,
    });
  });

  it('never gives a used code, and says when none is left', () => {
    assert(
      property(uniqueArray(integer({ min: 1, max: 40 })), (numbers) => {
        const used = numbers.map((number) => community + String(number).padStart(3, '0'));
        const next = nextFreeCode(defaultCodeScheme, community, used, { from: 1, to: 40 });
        if ('fault' in next) expect(used).toHaveLength(40);
        else expect(used).not.toContain(next.code);
      }),
    );
  });

  it('has no level below a microgrid', () => {
    expect(nextFreeCode(defaultCodeScheme, `${community}001001`, [])).toEqual({ fault: { code: 'code.noLevelBelow' } });
  });
});

describe('code order', () => {
  it('goes west to east, then north to south within a column', () => {
    const at = (name: string, lon: number, lat: number) => ({ name, centre: [lon, lat] as const });
    const ordered = inCodeOrder([
      at('east', 109.61, 23.1),
      at('west south', 109.5901, 23.1),
      at('middle', 109.6, 23.2),
      at('west north', 109.5903, 23.11),
    ]);
    expect(ordered.map(({ name }) => name)).toEqual(['west north', 'west south', 'middle', 'east']);
  });

  it('does not depend on the order given', () => {
    const lon = double({ min: 109.59, max: 109.6, noNaN: true });
    const lat = double({ min: 23.1, max: 23.11, noNaN: true });
    assert(
      property(array(record({ lon, lat })), (points) => {
        const areas = points.map((point) => ({ centre: [point.lon, point.lat] as const }));
        expect(inCodeOrder(areas.toReversed())).toEqual(inCodeOrder(areas));
      }),
    );
  });
});

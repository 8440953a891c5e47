import { describe, expect, it } from 'vitest';
import { bodyKey, deskAbove, deskAt, deskFrom, deskOver, sameBody } from './body.ts';
import { community, county, deskBody, desks, grid, gridBody, org, street } from './testing/town.ts';

describe('desks', () => {
  it.each([
    [`${grid}001`, community],
    [grid, community],
    [community, community],
    [`${street}099`, street],
    ['450802999', county],
    ['110101', undefined],
  ])('the desk of %s is %s', (area, desk) => {
    expect(deskAt(desks, area)?.area).toBe(desk);
  });

  it.each([
    [grid, community],
    [community, street],
    [street, county],
    [county, undefined],
  ])('above %s is %s', (area, desk) => {
    expect(deskAbove(desks, area)?.area).toBe(desk);
  });

  it('over a body of the whole county is the county itself', () => {
    expect([deskOver(desks, county)?.area, deskOver(desks, street)?.area]).toEqual([county, county]);
  });

  it('of at least a level: the nearest there is', () => {
    expect(deskFrom(desks, community, 'street')?.area).toBe(street);
    expect(deskFrom(desks, community, 'grid')?.area).toBe(community);
    const withoutStreets = desks.filter(({ level }) => level !== 'street');
    expect(deskFrom(withoutStreets, community, 'street')?.area).toBe(county);
    expect(deskFrom([], community, 'street')).toBeUndefined();
  });
});

it('bodies are told apart by their kind and code', () => {
  expect([org('office'), deskBody(street), gridBody].map(bodyKey)).toEqual([
    'org:office',
    `desk:${street}`,
    `grid:${grid}`,
  ]);
  expect(sameBody(deskBody(grid), gridBody)).toBe(false);
  expect(sameBody(org('office'), org('office'))).toBe(true);
});

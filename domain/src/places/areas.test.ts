import { describe, expect, it } from 'vitest';
import { type Area, answeringFor, refusalToCreate, refusalToRetire } from './areas.ts';
import { defaultCodeScheme } from './codes.ts';
import { defaultAreaKinds } from './kinds.ts';

const rules = { scheme: defaultCodeScheme, kinds: defaultAreaKinds };
const area = (code: string, kind: string, more: Partial<Area> = {}): Area => ({
  code,
  kind,
  name: code,
  validFrom: 0,
  succeededBy: [],
  ...more,
});
const tree = [
  area('450802', 'county'),
  area('450802001', 'street'),
  area('450802001013', 'community'),
  area('450802001013001', 'grid', { retiredAt: 5, succeededBy: ['450802001013003', '450802001013002'] }),
  area('450802001013002', 'grid'),
  area('450802001013003', 'grid', { retiredAt: 6, succeededBy: ['450802001013004', '450802001013001'] }),
  area('450802001013004', 'grid'),
  area('450803', 'county'),
];
const find = (code: string) => tree.find((known) => known.code === code);

describe('creating an area', () => {
  it.each([
    ['450802001013005', 'grid', undefined],
    ['450804', 'county', undefined],
    ['450802001013001', 'grid', 'area.codeUsed'],
    ['450802001013005', 'castle', 'area.kind.unknown'],
    ['450802001013005', 'street', 'area.kind.invalid'],
    ['450802001099001', 'grid', 'area.parent.unknown'],
    ['450802001013001001', 'microgrid', 'area.parentRetired'],
    ['45080200101', 'community', 'code.length'],
  ])('%s as %s: %s', (code, kind, refused) => {
    expect(refusalToCreate(rules, find, { code, kind, name: 'x' })?.refused).toBe(refused);
  });
});

describe('retiring an area', () => {
  it.each([
    ['450802001013002', false, ['450802001013004'], undefined],
    ['450802001013002', false, [], undefined],
    ['450802001013', true, [], 'area.hasLiveChildren'],
    ['450802001013001', false, [], 'area.retired'],
    ['450802001013999', false, [], 'area.notFound'],
    ['450802001013002', false, ['450802001013999'], 'area.successor.unknown'],
    ['450802001013002', false, ['450802001013002'], 'area.successor.unknown'],
    ['450802001013002', false, ['450802001013001'], 'area.successorRetired'],
    ['450802001013002', false, ['450803'], 'area.successor.invalid'],
  ] as const)('%s (live children: %s) to %j: %s', (code, children, successors, refused) => {
    expect(refusalToRetire(find, children, code, successors)?.refused).toBe(refused);
  });
});

describe('who answers for an old code', () => {
  it('follows succession to the live ones, through circles', () => {
    expect(answeringFor(find, '450802001013001').map(({ code }) => code)).toEqual([
      '450802001013002',
      '450802001013004',
    ]);
    expect(answeringFor(find, '450802001013002').map(({ code }) => code)).toEqual(['450802001013002']);
    expect(answeringFor(find, '999999')).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { chinaCalendar } from './clock/index.ts';
import { type DutyRow, passesGate, routeCase } from './routing.ts';
import { at, community, deskBody, grid, org } from './testing/town.ts';

const matter = { category: '0101', area: grid, level: 'community', kind: 'ordinary', urgency: 'ordinary' } as const;
const now = at('11-20T10:00');
const route = (rows: readonly DutyRow[]) => routeCase(chinaCalendar, { version: 7, rows }, matter, community, now);

describe('routing', () => {
  it('says which row matched and what it sets', () => {
    const row: DutyRow = {
      id: 'lamps',
      category: '01',
      lead: org('chengguan'),
      supporting: [org('office')],
      setsLevel: 'street',
      setsUrgency: 'urgent',
      setsKind: 'complex',
    };
    expect(route([row])).toEqual({
      lead: org('chengguan'),
      supporting: [org('office')],
      row: 'lamps',
      version: 7,
      gap: false,
      level: 'street',
      urgency: 'urgent',
      kind: 'complex',
    });
  });

  it("without a row the area's own desk keeps it, and that is a gap", () => {
    expect(route([{ id: 'dogs', category: '02', lead: org('office'), supporting: [] }])).toEqual({
      lead: deskBody(community),
      supporting: [],
      version: 7,
      gap: true,
    });
  });
});

describe('the task gate', () => {
  const gate = { version: 1, categories: ['0101', '03'] };
  it.each([
    ['0101', true],
    ['010105', true],
    ['03', true],
    ['01', false],
    ['0102', false],
  ])('%s: %s', (category, passes) => {
    expect(passesGate(gate, category)).toBe(passes);
  });
});

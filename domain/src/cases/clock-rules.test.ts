import { describe, expect, it } from 'vitest';
import { chinaCalendar } from './clock/index.ts';
import { defaultClockRules } from './clock-rules.ts';
import { type Matter, mostSpecific } from './specificity.ts';
import { at, community } from './testing/town.ts';

const plain: Matter = { category: '0101', area: community, level: 'community', kind: 'ordinary', urgency: 'ordinary' };
const now = at('11-20T09:00');

/** The amount of a stage for a matter, as the design writes it. */
function amountOf(stage: string, more: Partial<Matter> = {}): string {
  const rows = defaultClockRules.filter((rule) => rule.stage === stage);
  const rule = mostSpecific(chinaCalendar, rows, { ...plain, ...more }, now);
  return rule ? `${rule.amount.kind} ${rule.amount.amount}` : 'none';
}

const urgent = { urgency: 'urgent' } as const;

/** The design's table of clocks: ordinary / urgent. */
describe('default amounts', () => {
  it.each([
    ['accept', 'working 120', 'running 30'],
    ['dispatch', 'working 120', 'running 30'],
    ['acknowledge', 'working 60', 'running 30'],
    ['contact', 'running 1440', 'running 60'],
    ['handle', 'workingDays 5', 'running 240'],
    ['verify', 'workingDays 1', 'working 240'],
    ['judge', 'workingDays 1', 'workingDays 1'],
    ['supervision', 'working 240', 'running 60'],
    ['reportIn', 'working 60', 'working 60'],
    ['result', 'workingDays 3', 'workingDays 3'],
  ])('%s: %s / %s', (stage, ordinary, pressing) => {
    expect([amountOf(stage), amountOf(stage, urgent)]).toEqual([ordinary, pressing]);
  });

  it.each([
    ['handle', { kind: 'microProject' }, 'workingDays 3'],
    ['handle', { kind: 'complex' }, 'workingDays 15'],
    ['handle', { kind: 'complex', ...urgent }, 'running 240'],
    ['result', { kind: 'complex' }, 'workingDays 5'],
    ['result', { summonsKind: 'urgent' }, 'running 1440'],
    ['result', { summonsKind: 'urgent', kind: 'complex' }, 'running 1440'],
    ['result', { summonsKind: 'urgent', kind: 'microProject' }, 'running 1440'],
    ['result', { summonsKind: 'joint' }, 'workingDays 3'],
    ['reportIn', { summonsKind: 'urgent' }, 'running 60'],
    ['reportIn', { summonsKind: 'difficulty', kind: 'complex' }, 'working 60'],
  ] as const)('%s of %j: %s', (stage, matter, amount) => {
    expect(amountOf(stage, matter)).toBe(amount);
  });
});

import { describe, expect, it } from 'vitest';
import { ownerOf } from '../work-orders.ts';
import { currentClock } from '../current-clock.ts';
import { handling } from '../testing/paths.ts';
import { refused, tell } from '../testing/play.ts';
import { org, people, system } from '../testing/town.ts';

const { chengguan, office, jia } = people;
const handOn = { type: 'handOn', from: org('chengguan'), to: org('office') } as const;

describe('handing work on from a body that ended', () => {
  it('gives the order with its clock to the successor, and nothing restarts', () => {
    const before = handling();
    const play = tell(before, system, handOn);
    expect(ownerOf(play.case)).toEqual(org('office'));
    expect(currentClock(play.case)).toMatchObject({ dueAt: currentClock(before.case)?.dueAt, owner: org('office') });
    expect(play.case.workOrders.map(({ body, state }) => [body, state])).toEqual([[org('office'), 'working']]);
    expect(tell(play, office, { type: 'finish', note: '已修复', photos: [] }).case.state).toBe('handled');
    expect(refused(play, chengguan, { type: 'finish', note: '已修复', photos: [] })).toBe('notYours');
  });

  it('leaves the work to the successor where it works on the case already', () => {
    const both = tell(handling(), jia, {
      type: 'summon',
      bodies: [org('office')],
      summonsKind: 'joint',
      reason: '一起',
    });
    const play = tell(both, system, handOn);
    expect(play.case.workOrders.map(({ body, state, role }) => [body, state, role])).toEqual([
      [org('chengguan'), 'excused', 'lead'],
      [org('office'), 'sent', 'lead'],
    ]);
    expect(ownerOf(play.case)).toEqual(org('office'));
  });

  it('changes nothing where the body owes nothing, and nobody but the program does it', () => {
    const before = handling();
    expect(tell(before, system, { ...handOn, from: org('shijian') }).case.version).toBe(before.case.version);
    expect(refused(before, jia, handOn)).toBe('notYours');
  });
});

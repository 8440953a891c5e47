import { describe, expect, it } from 'vitest';
import { currentClock } from '../current-clock.ts';
import { closed, handled, handling, merged, reported, split } from '../testing/paths.ts';
import { filed, refused, tell, wait } from '../testing/play.ts';
import { at, community, deskBody, people, reporterOf, system } from '../testing/town.ts';
import { ownerOf } from '../work-orders.ts';

const { jia, yi, chengguan, countyClerk } = people;
const other = filed({ id: 'case-2' }).case;
const merge = { type: 'merge', into: 'case-2', reason: '同一件事' } as const;
const unmerge = { type: 'unmerge', reason: '不是一件事' } as const;

describe('merging', () => {
  it('and un-merging restores the state, and the clocks stood still', () => {
    const before = filed({}, undefined, at('11-20T15:20'));
    const inside = tell(before, jia, merge, '11-20T16:00', { other });
    expect(inside.case).toMatchObject({ state: 'merged', mergedInto: 'case-2' });
    expect([ownerOf(inside.case), currentClock(inside.case)]).toEqual([undefined, undefined]);
    const play = tell(inside, jia, unmerge, '11-20T16:30');
    expect(play.case.state).toBe('reported');
    expect(play.case.mergedInto).toBeUndefined();
    expect(currentClock(play.case)?.dueAt).toBe(at('11-20T17:50'));
  });

  it('of work under way keeps the work orders and what is asked as they were', () => {
    const asked = tell(handling(), chengguan, { type: 'askExtension', reason: '…', amount: 9 });
    const inside = tell(asked, jia, merge, '11-20T11:00', { other });
    expect(refused(inside, countyClerk, { type: 'judge', ask: 'ask.1', upheld: true, words: '' })).toBe(
      'notInThisState',
    );
    expect(wait(inside, '12-31T09:00').events).toEqual(inside.events);
    const play = tell(inside, jia, unmerge, '11-24T11:00');
    expect(play.case.workOrders).toEqual(asked.case.workOrders);
    expect(play.case.asks).toEqual(asked.case.asks);
    // Friday to Tuesday: two working days. The judge had until Monday, and has two more.
    expect(play.case.clocks.find(({ id }) => id === 'handle.1')?.dueAt).toBe(at('12-01T18:00'));
    expect(play.case.clocks.find(({ id }) => id === 'judge.1')?.dueAt).toBe(at('11-25T18:00'));
  });

  it.each([
    ['into itself', { ...merge, into: 'case-1' }, other, 'sameCase'],
    ['into a closed one', { ...merge, into: 'case-1' }, closed().case, 'sameCase'],
    ['into one that is over', merge, { ...other, state: 'closed' as const }, 'otherNotOpen'],
    ['into one that is not there', merge, undefined, 'otherNotOpen'],
    ['into one that is not the one named', { ...merge, into: 'case-3' }, other, 'otherNotOpen'],
  ])('%s is refused', (_what, command, into, code) => {
    expect(refused(reported(), jia, command, undefined, into ? { other: into } : {})).toBe(code);
  });

  it('is not for what was finished', () => {
    expect(refused(handled(), jia, merge, undefined, { other })).toBe('notInThisState');
  });

  it('both histories show it, and both reporters raise the one matter', () => {
    const into = tell(handling(), system, { type: 'takeIn', from: 'case-2' });
    expect(into.case.mergedFrom).toEqual(['case-2']);
    const heard = tell(into, jia, { type: 'contact', note: '…' });
    const raised = tell(heard, reporterOf('case-2'), { type: 'raiseAgain', text: '还没修' });
    expect(raised.case.raisedAgainAt).toHaveLength(1);
    expect(refused(raised, reporterOf('case-2'), { type: 'withdraw' })).toBe('notInThisState');
    const out = tell(raised, system, { type: 'letGo', from: 'case-2' });
    expect(refused(out, reporterOf('case-2'), { type: 'raiseAgain', text: '…' })).toBe('notYours');
    expect(refused(merged(), reporterOf('case-1'), { type: 'raiseAgain', text: '…' })).toBe('notInThisState');
  });
});

describe('splitting', () => {
  it('the parent stays handling, owned by the desk on its handle clock, and nobody works on it', () => {
    const play = split();
    expect([play.case.state, ownerOf(play.case)]).toEqual(['handling', deskBody(community)]);
    expect(play.case.workOrders.map(({ state }) => state)).toEqual(['excused']);
    expect(currentClock(play.case)).toMatchObject({ id: 'handle.1', dueAt: at('11-27T18:00') });
  });

  it('closes with its last child, whoever said it twice', () => {
    const child = (name: string) => ({ type: 'childClosed', child: name }) as const;
    const one = tell(tell(split(), system, child('child-1')), system, child('child-1'));
    expect(one.case.state).toBe('handling');
    const all = tell(one, system, child('child-2'), '11-24T09:00');
    expect(all.case).toMatchObject({ state: 'closed', closedAt: at('11-24T09:00') });
    // A child that was reopened closes again: the parent is over already.
    expect(tell(all, system, child('child-1')).case.state).toBe('closed');
    expect(refused(all, system, child('child-9'))).toBe('sameCase');
  });

  it.each([
    ['one child', ['child-1']],
    ['a child twice', ['child-1', 'child-1']],
  ])('into %s is refused', (_what, children) => {
    expect(refused(handling(), jia, { type: 'split', reason: '…', children })).toBe('tooFewChildren');
  });

  it('what is split is not split, merged, summoned for or reopened again', () => {
    const play = split();
    expect(refused(play, jia, { type: 'split', reason: '…', children: ['a', 'b'] })).toBe('hasChildren');
    expect(refused(play, jia, merge, undefined, { other })).toBe('hasChildren');
    const over = ['child-1', 'child-2'].reduce((at1, child) => tell(at1, system, { type: 'childClosed', child }), play);
    expect(refused(over, reporterOf('case-1'), { type: 'askReopening', reason: '…' })).toBe('hasChildren');
    expect(refused(play, yi, 'restateClocks')).toBe('notYours');
  });
});

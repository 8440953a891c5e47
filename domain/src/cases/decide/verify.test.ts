import { describe, expect, it } from 'vitest';
import { currentClock } from '../current-clock.ts';
import { done, failed, handled, handling, onTheSpot, passed, reopened, summoned } from '../testing/paths.ts';
import { type Play, refused, tell, wait } from '../testing/play.ts';
import { at, community, deskBody, org, people } from '../testing/town.ts';
import { ownerOf } from '../work-orders.ts';

const { jia, yi, ding, elsewhere, streetClerk, gridWorker, chengguan, shijian } = people;
const clock = ({ case: found }: Play, id: string) => found.clocks.find((one) => one.id === id);

describe('handing over to the verifier', () => {
  it('the desk of the place owns it, and the handle clock stands still', () => {
    const play = handled();
    expect(ownerOf(play.case)).toEqual(deskBody(community));
    expect(currentClock(play.case)).toMatchObject({ stage: 'verify', dueAt: at('11-25T18:00') });
    expect(clock(play, 'handle.1')?.haltedAt).toBe(at('11-24T16:00'));
    expect(clock(wait(play, '12-31T09:00'), 'handle.1')?.endedFor).toBeUndefined();
  });

  it('with nobody who may verify is a fault', () => {
    const faults = (verifiers: readonly string[]) =>
      tell(handling(), chengguan, done, undefined, { verifiers }).events.filter(
        (event) => event.type === 'faultRaised',
      );
    expect(faults([])).toMatchObject([{ fault: 'noVerifier' }]);
    // 甲 dispatched it and 城管 did the work.
    expect(faults(['甲', '城管'])).toMatchObject([{ fault: 'noVerifier' }]);
    expect(faults(['甲', '乙'])).toEqual([]);
  });
});

describe('who verifies', () => {
  it.each([
    ['another clerk of the desk', yi, undefined],
    ['the chief of the grid', ding, undefined],
    ['who dispatched it', jia, 'ownWork'],
    ['who did the work', chengguan, 'ownWork'],
    ['another community', elsewhere, 'notYours'],
    ['the street', streetClerk, 'notYours'],
    ['a worker without the right', gridWorker, 'notYours'],
  ] as const)('%s: %s', (_who, actor, code) => {
    expect(refused(handled(), actor, passed)).toBe(code);
  });

  it('also after a reopening, nobody who ever handled it', () => {
    const sent = tell(reopened(), yi, { type: 'dispatch', lead: org('shijian'), supporting: [] });
    const play = tell(tell(sent, shijian, 'acknowledge'), shijian, done);
    expect([jia, yi, ding].map((actor) => refused(play, actor, passed))).toEqual(['ownWork', 'ownWork', undefined]);
  });
});

describe('verified', () => {
  it('is closed, and the handle clock counts to the finish', () => {
    const play = tell(handled(), yi, passed, '11-30T09:00');
    expect(play.case).toMatchObject({ state: 'closed', verifiedBy: '乙', closings: [at('11-30T09:00')] });
    expect(clock(play, 'handle.1')).toMatchObject({ outcome: 'met', stoppedAt: at('11-24T16:00') });
    expect(clock(play, 'verify.1')?.outcome).toBe('late');
  });

  it('finished late it stays late', () => {
    const play = tell(tell(wait(handling(), '11-27T18:01'), chengguan, done), yi, passed);
    expect(clock(play, 'handle.1')?.outcome).toBe('late');
  });
});

describe('failed', () => {
  it('the lead works on, nothing restarts, and the days of waiting are given back', () => {
    const play = tell(handled(), yi, failed, '11-25T15:00');
    expect(play.case).toMatchObject({ state: 'handling', reworks: 1 });
    expect(play.case.workOrders.map(({ state }) => state)).toEqual(['working']);
    expect(play.case.finishedAt).toBeUndefined();
    // From the 24th to the 25th: one working day.
    expect(currentClock(play.case)).toMatchObject({ id: 'handle.1', dueAt: at('11-30T18:00') });
    expect(refused(play, yi, passed)).toBe('notInThisState');
    const again = tell(play, chengguan, done, '11-26T09:00');
    expect(tell(again, yi, passed).case.state).toBe('closed');
  });

  it('only the lead of this round', () => {
    const sent = tell(reopened(), jia, { type: 'dispatch', lead: org('shijian'), supporting: [] });
    const play = tell(tell(tell(sent, shijian, 'acknowledge'), shijian, done), ding, failed);
    expect(play.case.workOrders.map(({ state }) => state)).toEqual(['finished', 'working']);
  });

  it('of a summons, the result of the lead runs on from where it had finished', () => {
    const two = summoned([org('chengguan'), org('shijian')]);
    const both = [chengguan, shijian].reduce((play, actor) => tell(play, actor, 'reportIn'), two);
    const helped = tell(tell(both, chengguan, done, '11-23T10:00'), shijian, done, '11-23T12:00');
    const play = tell(helped, yi, failed, '11-24T10:00');
    expect(play.case.workOrders.map(({ state }) => state)).toEqual(['working', 'finished']);
    expect(clock(play, 'result.1')).toMatchObject({ dueAt: at('11-26T18:00') });
    expect(clock(play, 'result.1')?.stoppedAt).toBeUndefined();
    expect(clock(play, 'result.2')?.outcome).toBe('met');
    expect(clock(tell(wait(play, '11-27T09:00'), chengguan, done), 'result.1')?.outcome).toBe('late');
  });

  it('of what was solved on the spot: the desk takes it on, and the verifier may check it again', () => {
    const play = tell(onTheSpot(), yi, failed, '11-20T10:00');
    expect([play.case.state, ownerOf(play.case)]).toEqual(['handling', deskBody(community)]);
    expect(currentClock(play.case)).toMatchObject({ stage: 'handle', dueAt: at('11-27T18:00') });
    const done1 = tell(play, jia, done);
    expect(refused(done1, yi, passed)).toBeUndefined();
    expect(refused(done1, jia, passed)).toBe('ownWork');
  });
});

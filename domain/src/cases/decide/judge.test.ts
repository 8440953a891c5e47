import { describe, expect, it } from 'vitest';
import { currentClock } from '../current-clock.ts';
import { deferred, done, handling, reopened, summoned } from '../testing/paths.ts';
import { imported, type Play, refused, tell, wait } from '../testing/play.ts';
import { at, community, contextOf, county, deskBody, desks, org, people, reporterOf, street } from '../testing/town.ts';
import { decide } from './index.ts';

const { jia, streetClerk, countyClerk, chengguan, office, property } = people;
const extension = { type: 'askExtension', reason: '配件未到', amount: 8 } as const;
const deferral = { type: 'askDeferral', reason: '等材料', until: at('11-25T09:00') } as const;
const judge = (ask: string, upheld: boolean) => ({ type: 'judge', ask, upheld, words: '裁定' }) as const;
const clock = ({ case: found }: Play, id: string) => found.clocks.find((one) => one.id === id);

/** A case led by another body, at work. */
const ledBy = (name: 'office' | 'property' | 'desk'): Play => {
  const accepted = tell(handling(), chengguan, { type: 'handBack', reason: '…' });
  const back = tell(accepted, jia, judge('ask.1', true));
  if (name === 'desk') return tell(back, jia, 'assignToDesk');
  const sent = tell(back, jia, { type: 'dispatch', lead: org(name), supporting: [] });
  return tell(sent, people[name], 'acknowledge');
};

describe('who judges', () => {
  it.each([
    ['a body of the county', handling(), chengguan, county],
    ['a body of the street', ledBy('office'), office, county],
    ['a body of the community', ledBy('property'), property, street],
    ['the desk itself', ledBy('desk'), jia, street],
  ] as const)('an extension or deferral of %s: the desk one level above it', (_whose, play, actor, desk) => {
    const asked = tell(tell(play, actor, extension), actor, deferral);
    expect(asked.case.asks.slice(-2).map((ask) => ask.judge)).toEqual([desk, desk]);
    expect(clock(asked, `judge.${asked.case.asks.length}`)?.owner).toEqual(deskBody(desk));
  });

  it('with nothing above a desk its own judges, and it shows', () => {
    const alone = { desks: desks.filter(({ area }) => area === community) };
    const play = tell(ledBy('desk'), jia, deferral, undefined, alone);
    expect(play.case.asks.at(-1)?.judge).toBe(community);
    expect(play.events).toContainEqual(
      expect.objectContaining({ type: 'faultRaised', fault: 'noSuperior', detail: community }),
    );
  });

  it('has a working day, and others may not', () => {
    const asked = tell(handling(), chengguan, extension, '11-20T11:00');
    expect(clock(asked, 'judge.1')?.dueAt).toBe(at('11-23T18:00'));
    expect([
      refused(asked, streetClerk, judge('ask.1', true)),
      refused(asked, countyClerk, judge('ask.9', true)),
    ]).toEqual(['notYours', 'unknownAsk']);
    const done1 = tell(asked, countyClerk, judge('ask.1', false), '11-23T18:01');
    expect(clock(done1, 'judge.1')?.outcome).toBe('late');
    expect(decide(done1.case, judge('ask.1', true), contextOf(countyClerk, done1.now)).ok).toBe(false);
  });
});

describe('an extension', () => {
  it('granted replaces the amount and is counted', () => {
    const play = tell(tell(handling(), chengguan, extension), countyClerk, judge('ask.1', true), '11-24T09:00');
    expect(clock(play, 'handle.1')).toMatchObject({
      amount: { kind: 'workingDays', amount: 8 },
      dueAt: at('12-02T18:00'),
    });
    expect(play.case.extensions).toBe(1);
  });

  it('granted after the clock had ended makes it run again', () => {
    const asked = wait(tell(handling(), chengguan, extension), '11-30T09:00');
    expect(asked.case.clocks.find(({ id }) => id === 'handle.1')?.endedFor).toBe(at('11-27T18:00'));
    const play = tell(asked, countyClerk, judge('ask.1', true));
    expect(currentClock(play.case)).toMatchObject({ id: 'handle.1', dueAt: at('12-02T18:00') });
    expect(clock(wait(play, '12-03T09:00'), 'handle.1')?.endedFor).toBe(at('12-02T18:00'));
  });

  it('of a summoned lead is of its result, which ends first', () => {
    const asked = tell(tell(summoned(), chengguan, 'reportIn'), chengguan, { ...extension, amount: 5 });
    const play = tell(asked, countyClerk, judge('ask.1', true));
    expect(clock(play, 'result.1')?.dueAt).toBe(at('11-27T18:00'));
    expect(clock(play, 'result.2')?.dueAt).toBe(at('11-25T18:00'));
  });

  it('must be longer, when asked and when granted', () => {
    expect(refused(handling(), chengguan, { ...extension, amount: 5 })).toBe('amountNotLarger');
    const imp = imported({ state: 'handling', lead: org('chengguan'), dueAt: at('11-25T09:00') });
    expect(refused(imp, chengguan, extension)).toBe('noClock');
  });

  it('is asked for once at a time', () => {
    expect(refused(tell(handling(), chengguan, extension), chengguan, extension)).toBe('alreadyAsked');
  });
});

describe('a deferral', () => {
  it('is on the open ledger until the day: the handle clock stands still as the examples say', () => {
    const play = deferred();
    expect(play.case).toMatchObject({ state: 'deferred', deferrals: 1 });
    expect(clock(play, 'handle.1')).toMatchObject({
      dueAt: at('12-01T18:00'),
      suspensions: [[at('11-23T09:00'), at('11-25T09:00')]],
    });
    expect(currentClock(play.case)).toMatchObject({
      stage: 'resume',
      dueAt: at('11-25T09:00'),
      source: { rule: 'agreed' },
    });
  });

  it('ends by itself on the day, in time, however late the program looks', () => {
    for (const when of ['11-25T09:00', '11-26T12:00']) {
      const play = wait(deferred(), when);
      expect([play.case.state, clock(play, 'resume.1')?.outcome]).toEqual(['handling', 'met']);
      expect(play.events.at(-1)?.at).toBe(at('11-25T09:00'));
      expect(clock(play, 'handle.1')?.dueAt).toBe(at('12-01T18:00'));
    }
  });

  it.each([
    // From a Friday afternoon over the weekend to Monday: one working day after the first date.
    ['11-20T15:00', '11-23T09:00', '11-30T18:00'],
    // Within one day: none.
    ['11-23T09:00', '11-23T17:00', '11-27T18:00'],
    ['11-23T09:00', '11-24T09:00', '11-30T18:00'],
    // Up to a midnight: the day before it is the last.
    ['11-23T09:00', '11-25T00:00', '11-30T18:00'],
  ])('from %s to %s the handle clock ends %s', (from, to, due) => {
    const asked = tell(handling(), chengguan, { ...deferral, until: at(to) });
    const play = tell(asked, countyClerk, judge('ask.1', true), from);
    expect(clock(play, 'handle.1')?.dueAt).toBe(at(due));
  });

  it('granted after the clock had ended changes nothing: what is late stays late', () => {
    const asked = wait(tell(handling(), chengguan, { ...deferral, until: at('12-02T09:00') }), '11-30T09:00');
    const play = tell(asked, countyClerk, judge('ask.1', true));
    expect(clock(play, 'handle.1')).toMatchObject({ dueAt: at('11-27T18:00'), endedFor: at('11-27T18:00') });
  });

  it('holds up what others owe on it too', () => {
    const called = tell(
      handling(),
      jia,
      { type: 'summon', bodies: [org('shijian')], summonsKind: 'joint', reason: '…' },
      '11-23T08:00',
    );
    const play = tell(tell(called, chengguan, deferral), countyClerk, judge('ask.1', true), '11-23T08:30');
    // 30 of its 60 minutes were gone; the result is three working days and two more.
    expect([clock(play, 'reportIn.1')?.dueAt, clock(play, 'result.1')?.dueAt]).toEqual([
      at('11-25T09:30'),
      at('11-30T18:00'),
    ]);
  });

  it('is for a day that comes, when asked and when granted', () => {
    expect(refused(handling(), chengguan, { ...deferral, until: handling().now })).toBe('dateNotAhead');
    const asked = tell(handling(), chengguan, deferral);
    expect(refused(asked, countyClerk, judge('ask.1', true), '11-25T09:00')).toBe('dateNotAhead');
    expect(refused(asked, countyClerk, judge('ask.1', false), '11-25T09:00')).toBeUndefined();
  });
});

describe('what was overtaken', () => {
  it('is settled by the program and its judge owes nothing more', () => {
    const asked = tell(tell(handling(), chengguan, extension), chengguan, deferral);
    const play = tell(asked, chengguan, done);
    expect(play.case.asks.map(({ upheld, words }) => [upheld, words])).toEqual([
      [false, ''],
      [false, ''],
    ]);
    expect(play.case.clocks.filter(({ stage }) => stage === 'judge').map(({ outcome }) => outcome)).toEqual([
      'dropped',
      'dropped',
    ]);
    expect(refused(play, countyClerk, judge('ask.1', true))).toBe('notYours');
    expect(play.case.answeredAt).toBeUndefined();
  });

  it('cannot wake a withdrawn case', () => {
    const sent = tell(handling(), chengguan, { type: 'handBack', reason: '…' });
    const back = tell(sent, jia, judge('ask.1', true));
    const again = tell(back, jia, { type: 'dispatch', lead: org('office'), supporting: [] });
    const asked = tell(again, office, { type: 'handBack', reason: '…' });
    const play = tell(asked, reporterOf('case-1'), { type: 'withdraw' });
    expect(play.case.asks.at(-1)).toMatchObject({ upheld: false });
    expect(refused(play, jia, judge('ask.2', true))).toBe('notYours');
    expect(play.case.workOrders.map(({ state }) => state)).toEqual(['returned', 'excused']);
  });

  it('of a first round is not granted in the second', () => {
    const asked = tell(tell(handling(), chengguan, extension), chengguan, { type: 'handBack', reason: '…' });
    const back = tell(asked, jia, judge('ask.2', true));
    expect(back.case.asks.map(({ upheld }) => upheld)).toEqual([false, true]);
  });
});

describe('a reopening', () => {
  it('upheld begins anew at the desk, with a new handle clock and no new contact clock', () => {
    const open = reopened();
    expect(open.case).toMatchObject({ state: 'accepted', reopenings: 1, reworks: 1 });
    expect(open.case.closedAt).toBeUndefined();
    const sent = tell(open, jia, { type: 'dispatch', lead: org('chengguan'), supporting: [] }, '11-25T10:05');
    const play = tell(sent, chengguan, 'acknowledge', '11-25T10:30');
    expect(currentClock(play.case)).toMatchObject({ id: 'handle.2', dueAt: at('12-02T18:00') });
    expect(play.case.clocks.filter(({ stage }) => stage === 'contact')).toHaveLength(1);
  });
});

import { describe, expect, it } from 'vitest';
import {
  accepted,
  closed,
  dispatched,
  handling,
  onTheSpot,
  passed,
  rejected,
  reopened,
  reported,
  withdrawn,
} from '../testing/paths.ts';
import { filedByStaff, type Play, refused, tell, wait } from '../testing/play.ts';
import { anybody, at, people, reporterOf, rules, system } from '../testing/town.ts';

const { jia, yi, gridWorker, streetClerk, chengguan } = people;
const r1 = reporterOf('case-1');
const good = { answered: true, solved: 'yes', satisfied: 'very' } as const;
const day = 86_400_000;

describe('rating', () => {
  it('is for 30 days after closing, as often as one likes', () => {
    const play = tell(tell(closed(), r1, { type: 'rate', ...good }), r1, { type: 'rate', ...good, solved: 'partly' });
    expect(play.case.ratings.map(({ solved, from }) => [solved, from])).toEqual([
      ['yes', 'reporter'],
      ['partly', 'reporter'],
    ]);
    const on = (days: number) => refused(closed(), r1, { type: 'rate', ...good }, closed().now + days * day);
    expect([on(30), on(31)]).toEqual([undefined, 'tooLate']);
  });

  it('is for nobody else, and for nobody where staff reported', () => {
    expect(refused(closed(), jia, { type: 'rate', ...good })).toBe('notYours');
    const staff = tell(onTheSpot(), yi, passed);
    expect([
      refused(staff, gridWorker, { type: 'rate', ...good }),
      refused(staff, jia, { type: 'callBack', ...good }),
    ]).toEqual(['nobodyToAsk', 'nobodyToAsk']);
  });

  it('a clerk may call back', () => {
    expect(tell(closed(), jia, { type: 'callBack', ...good }).case.ratings[0]?.from).toBe('callBack');
  });
});

describe('raising again', () => {
  const again = { type: 'raiseAgain', text: '还没修' } as const;

  it('is for after an answer', () => {
    expect(refused(handling(), r1, again)).toBe('nothingAnsweredYet');
    const heard = [
      tell(handling(), chengguan, { type: 'contact', note: '…' }),
      tell(handling(), jia, { type: 'note', text: '已派单', public: true, photos: [] }),
      reopened(),
    ];
    expect(heard.map((play) => refused(play, r1, again))).toEqual([undefined, undefined, undefined]);
  });

  it('or for after a clock has ended, on record or not, met late or not', () => {
    expect(refused(reported(), r1, again, '11-20T11:10')).toBe('nothingAnsweredYet');
    expect(refused(reported(), r1, again, '11-20T11:11')).toBeUndefined();
    expect(refused(wait(reported(), '11-20T11:11'), r1, again)).toBeUndefined();
    expect(refused(tell(reported(), jia, 'accept', '11-20T14:00'), r1, again)).toBeUndefined();
  });
});

describe('asking to reopen', () => {
  const ask = { type: 'askReopening', reason: '又坏了' } as const;

  it('is for 30 days, one at a time, judged one level above the desk', () => {
    const asked = tell(closed(), r1, ask);
    expect(asked.case.asks.at(-1)).toMatchObject({ kind: 'reopening', judge: '450802001' });
    expect(refused(asked, r1, ask)).toBe('alreadyAsked');
    expect(refused(closed(), r1, ask, closed().now + 31 * day)).toBe('tooLate');
  });

  it('refused it stays closed and may be asked again', () => {
    const asked = tell(closed(), r1, ask);
    const play = tell(asked, streetClerk, { type: 'judge', ask: 'ask.1', upheld: false, words: '已修好' });
    expect([play.case.state, play.case.reworks, refused(play, r1, ask)]).toEqual(['closed', 0, undefined]);
  });

  it('is for the times that the rules allow', () => {
    const once = { rules: { ...rules, reopening: { withinDays: 30, times: 0 } } };
    expect(refused(closed(), r1, ask, undefined, once)).toBe('tooOften');
  });

  it('the worker who filed it may ask too', () => {
    expect(refused(tell(onTheSpot(), yi, passed), gridWorker, ask)).toBeUndefined();
  });
});

describe('appealing', () => {
  const appeal = { type: 'appeal', reason: '应当受理' } as const;
  const judged = (upheld: boolean): Play =>
    tell(tell(rejected(), r1, appeal), streetClerk, { type: 'judge', ask: 'ask.1', upheld, words: '裁定' });

  it('refused it stays rejected for good', () => {
    expect([judged(false).case.state, refused(judged(false), r1, appeal)]).toEqual(['rejected', 'alreadyJudged']);
  });

  it('upheld it is accepted and counts as no rework', () => {
    const { case: found } = judged(true);
    expect(found).toMatchObject({ state: 'accepted', reworks: 0, reopenings: 0 });
    expect(found.clocks.at(-1)?.stage).toBe('dispatch');
  });

  it('upheld and rejected again it can be appealed against anew', () => {
    const again = tell(judged(true), jia, { type: 'reject', reason: '不属受理范围' });
    expect(refused(again, r1, appeal)).toBeUndefined();
  });

  it('once at a time', () => {
    expect(refused(tell(rejected(), r1, appeal), r1, appeal)).toBe('alreadyAsked');
  });
});

describe('rejecting', () => {
  it('is an answer in time, and ends what was owed', () => {
    expect(rejected().case.clocks.map(({ id, outcome }) => [id, outcome])).toEqual([['accept.1', 'met']]);
    expect(rejected().case.answeredAt).toBe(at('11-20T10:10'));
  });

  it('after a hand-back also ends the contact clock', () => {
    const asked = tell(handling(), chengguan, { type: 'handBack', reason: '…' });
    const back = tell(asked, jia, { type: 'judge', ask: 'ask.1', upheld: true, words: '' });
    const play = tell(back, jia, { type: 'reject', reason: '不属受理范围' });
    expect(play.case.clocks.filter((clock) => clock.stoppedAt === undefined)).toEqual([]);
  });
});

describe('withdrawing', () => {
  it('is for the reporter until work begins, and nobody owes anything then', () => {
    for (const play of [reported(), accepted(), dispatched()]) {
      const over = tell(play, r1, { type: 'withdraw' });
      expect(over.case.state).toBe('withdrawn');
      expect(over.case.clocks.filter((clock) => clock.stoppedAt === undefined)).toEqual([]);
    }
    expect(withdrawn().case.workOrders.map(({ state }) => state)).toEqual(['excused']);
    expect(refused(handling(), r1, { type: 'withdraw' })).toBe('notInThisState');
    expect(refused(reported(), reporterOf('case-9'), { type: 'withdraw' })).toBe('notYours');
  });
});

describe('me too', () => {
  const support = (key: string, verified: boolean) => ({ type: 'support', key, verified }) as const;

  it('is one a phone or device, and a verified one takes the place of an unverified', () => {
    const one = tell(reported(), anybody, support('a', false));
    const both = tell(tell(one, anybody, support('a', true)), anybody, support('b', true));
    expect(both.case.supporters.map(({ key, verified }) => [key, verified])).toEqual([
      ['a', true],
      ['b', true],
    ]);
    expect([refused(both, anybody, support('a', true)), refused(one, anybody, support('a', false))]).toEqual([
      'alreadyAsked',
      'alreadyAsked',
    ]);
  });

  it('is not for the reporter, and not for what is over', () => {
    expect(refused(reported(), r1, support('a', true))).toBe('alreadyAsked');
    expect(refused(closed(), anybody, support('a', true))).toBe('notInThisState');
  });
});

it('a worker who filed stands as the reporter', () => {
  expect(tell(filedByStaff(), gridWorker, { type: 'withdraw' }).case.state).toBe('withdrawn');
  expect(refused(filedByStaff(), system, { type: 'withdraw' })).toBe('notYours');
});

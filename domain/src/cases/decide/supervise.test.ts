import { describe, expect, it } from 'vitest';
import { currentClock } from '../current-clock.ts';
import {
  accepted,
  closed,
  done,
  handled,
  handling,
  merged,
  onTheSpot,
  passed,
  reopened,
  reported,
  summoned,
} from '../testing/paths.ts';
import { filed, type Play, refused, tell, wait } from '../testing/play.ts';
import {
  anybody,
  at,
  community,
  county,
  deskBody,
  desks,
  org,
  people,
  reporterOf,
  rules,
  street,
  system,
} from '../testing/town.ts';

const { jia, streetClerk, countyClerk, chengguan, shijian, jiaojing } = people;
const escalate = { type: 'escalate', reason: '需跨部门' } as const;
const r1 = reporterOf('case-1');
const answer = (order: string) => ({ type: 'answerSupervision', order, text: '已督促' }) as const;
const faultsOf = ({ events }: Play) =>
  events.flatMap((event) => (event.type === 'faultRaised' ? [`${event.fault} ${event.detail ?? ''}`.trim()] : []));
/** Rated as not solved: red at once. */
const unresolved = () =>
  tell(closed(), r1, { type: 'rate', answered: true, solved: 'no', satisfied: 'no' }, '11-25T20:00');

describe('escalating', () => {
  it('raises level and desk by one, and never the lead, the state or a clock', () => {
    const up = tell(handling(), jia, escalate);
    expect([up.case.level, up.case.desk, up.case.homeDesk]).toEqual(['street', street, community]);
    const top = tell(up, streetClerk, escalate);
    expect([top.case.level, top.case.desk]).toEqual(['county', county]);
    expect([top.case.state, top.case.workOrders, top.case.clocks]).toEqual([
      'handling',
      handling().case.workOrders,
      handling().case.clocks,
    ]);
    expect(refused(top, countyClerk, escalate)).toBe('atTheTop');
    expect(refused(up, jia, { type: 'correct', urgency: 'urgent' })).toBe('notYours');
  });

  it('over a level that has no desk, and with none at all, shows', () => {
    const noStreet = { desks: desks.filter(({ level }) => level !== 'street') };
    const over = tell(reported(), jia, escalate, undefined, noStreet);
    expect([over.case.level, over.case.desk, faultsOf(over)]).toEqual(['county', county, ['noSuperior street']]);
    const alone = tell(reported(), jia, escalate, undefined, { desks: desks.filter(({ area }) => area === community) });
    expect([alone.case.level, faultsOf(alone)]).toEqual(['community', ['noSuperior street']]);
  });

  it('what a grid solved on the spot comes to its community first', () => {
    const up = tell(onTheSpot(), jia, escalate);
    expect([up.case.level, up.case.desk, faultsOf(up)]).toEqual(['community', community, []]);
  });

  it('never lowers a level that the duty list set', () => {
    const row = { id: 'big', category: '05', lead: org('office'), supporting: [], setsLevel: 'street' } as const;
    const more = { rules: { ...rules, dutyList: { version: 2, rows: [row] } } };
    const up = tell(filed({ category: '05' }, anybody, at('11-20T09:10'), more), jia, escalate);
    expect([up.case.level, up.case.desk]).toEqual(['county', county]);
  });
});

describe('a clock that ends', () => {
  it('is on record once for each due time', () => {
    const late = wait(handling(), '11-30T09:00');
    const ended = late.events.filter((event) => event.type === 'clockEnded');
    expect(ended.map((event) => [event.clock, event.due])).toEqual([
      ['contact.1', at('11-21T10:05')],
      ['handle.1', at('11-27T18:00')],
    ]);
    expect(refused(late, system, { type: 'clockEnded', clock: 'handle.1' })).toBe('noClock');
  });

  it('is not one that has not come, stands still, was met or is not there', () => {
    const told = (play: Play, clock: string) => refused(play, system, { type: 'clockEnded', clock }, '12-31T09:00');
    expect(refused(handling(), system, { type: 'clockEnded', clock: 'handle.1' }, '11-27T17:59')).toBe('dateNotAhead');
    expect([
      told(merged(), 'handle.1'),
      told(handled(), 'handle.1'),
      told(handling(), 'accept.1'),
      told(handling(), 'x'),
    ]).toEqual(Array(4).fill('noClock'));
    expect(refused(handling(), countyClerk, { type: 'clockEnded', clock: 'handle.1' }, '12-31T09:00')).toBe('notYours');
  });
});

describe('a supervision order', () => {
  it('goes to the desk above the accountable one, numbered, with a clock of its own', () => {
    const play = wait(reported(), '11-20T11:11');
    expect(play.case.orders).toEqual([
      {
        id: 'so.1',
        number: '20261120-7K3M2Q-1',
        reasons: ['overdue'],
        over: community,
        to: street,
        orderedAt: at('11-20T11:10'),
      },
    ]);
    expect(play.case.clocks.at(-1)).toMatchObject({
      stage: 'supervision',
      owner: deskBody(street),
      dueAt: at('11-20T17:10'),
      ref: 'so.1',
    });
  });

  it('of an escalated case goes one higher', () => {
    const up = tell(handling(), jia, escalate);
    expect(wait(up, '11-30T09:00').case.orders[0]).toMatchObject({ over: street, to: county });
  });

  it('is answered in text by the desk that owes it', () => {
    const open = unresolved();
    expect([refused(open, jia, answer('so.1')), refused(open, streetClerk, answer('so.9'))]).toEqual([
      'notYours',
      'unknownOrder',
    ]);
    const play = tell(open, streetClerk, answer('so.1'), '11-26T09:30');
    expect(play.case.orders[0]).toMatchObject({ answeredAt: at('11-26T09:30'), answer: '已督促' });
    expect(play.case.clocks.at(-1)?.outcome).toBe('met');
    expect(refused(play, streetClerk, answer('so.1'))).toBe('notYours');
  });

  it('unanswered goes up once with its own clock; then it is a fault and may still be answered', () => {
    const up = wait(unresolved(), '11-26T12:01');
    expect(up.case.orders[0]).toMatchObject({ to: county, wentUpAt: at('11-26T12:00') });
    const [first, second] = up.case.clocks.slice(-2);
    expect([first?.outcome, second?.owner, second?.dueAt]).toEqual(['late', deskBody(county), at('11-26T18:00')]);
    const stuck = wait(up, '11-30T09:00');
    expect([stuck.case.orders[0]?.stuck, faultsOf(stuck)]).toEqual([true, ['supervisionUnanswered so.1']]);
    expect(stuck.case.orders).toHaveLength(1);
    expect(tell(stuck, countyClerk, answer('so.1')).case.clocks.at(-1)?.outcome).toBe('late');
  });

  it('goes up no further than once, however many desks stand above', () => {
    const more = { desks: [...desks, { area: '4508', level: 'county' } as const] };
    const ends = (play: Play, id: string, when: string) =>
      tell(play, system, { type: 'clockEnded', clock: id }, when, more);
    const up = ends(unresolved(), 'supervision.1', '11-26T12:00');
    const stuck = ends(up, 'supervision.2', '11-26T18:00');
    expect([up.case.orders[0]?.to, stuck.case.orders[0]?.to, stuck.case.orders[0]?.stuck]).toEqual([
      county,
      county,
      true,
    ]);
  });

  it('with nobody above is a fault at once, and the county owes the answer itself', () => {
    const top = tell(tell(reported(), jia, escalate), streetClerk, escalate);
    const play = wait(top, '11-20T11:11');
    expect([play.case.orders[0]?.to, faultsOf(play)]).toEqual([county, [`noSuperior ${county}`]]);
    expect(faultsOf(wait(play, '11-21T09:00'))).toContain('supervisionUnanswered so.1');
  });

  it('is one at a time: what reddens it meanwhile is ordered once the first is answered', () => {
    const called = tell(handling(), jia, { type: 'contact', note: '…' });
    const twice = [1, 2].reduce((play) => tell(play, r1, { type: 'raiseAgain', text: '…' }), called);
    expect(twice.case.orders.map(({ reasons }) => reasons)).toEqual([['raisedAgain']]);
    // The county answers only after the handle clock has ended too.
    const late = wait(twice, '11-30T09:00');
    expect(late.case.orders).toHaveLength(1);
    const play = tell(late, countyClerk, answer('so.1'));
    expect(play.case.orders.map(({ id, reasons }) => [id, reasons])).toEqual([
      ['so.1', ['raisedAgain']],
      ['so.2', ['overdue']],
    ]);
  });

  it('is not raised again for what is over by then', () => {
    const late = wait(accepted(), '11-20T16:00');
    const owed = tell(late, jia, 'assignToDesk');
    expect(tell(owed, streetClerk, answer('so.1')).case.orders).toHaveLength(1);
  });

  it('is not raised twice for one deadline that several bodies missed', () => {
    const all = [chengguan, shijian, jiaojing].reduce((play, actor) => tell(play, actor, 'reportIn'), summoned());
    const answered = tell(wait(all, '11-25T18:01'), streetClerk, answer('so.1'));
    const next = tell(tell(answered, chengguan, done), shijian, done);
    expect(next.case.orders).toHaveLength(1);
  });

  it('is raised anew when an extension ends like the time before it', () => {
    const asked = tell(handling(), chengguan, { type: 'askExtension', reason: '…', amount: 8 });
    const first = tell(wait(asked, '11-27T18:01'), streetClerk, answer('so.1'));
    const more = tell(first, countyClerk, { type: 'judge', ask: 'ask.1', upheld: true, words: '' });
    expect(wait(more, '12-02T18:01').case.orders.map(({ orderedAt }) => orderedAt)).toEqual([
      at('11-27T18:00'),
      at('12-02T18:00'),
    ]);
  });

  it('is raised for a second reopening', () => {
    const again = (play: Play): Play => {
      const sent = tell(play, jia, { type: 'dispatch', lead: org('chengguan'), supporting: [] });
      const worked = tell(tell(sent, chengguan, 'acknowledge'), chengguan, done);
      return tell(worked, people.yi, passed);
    };
    const twice = reopened(again(reopened()));
    expect(twice.case.orders.map(({ reasons }) => reasons)).toEqual([['reopened']]);
    expect(refused(again(twice), r1, { type: 'askReopening', reason: '…' })).toBe('tooOften');
  });

  it('is owed even when the case is merged', () => {
    const late = wait(handling(), '11-27T18:01');
    const other = filed({ id: 'case-2' }).case;
    const inside = tell(late, jia, { type: 'merge', into: 'case-2' }, undefined, { other });
    expect(wait(inside, '11-30T12:01').case.orders[0]?.wentUpAt).toBe(at('11-30T12:00'));
    expect(refused(inside, streetClerk, answer('so.1'))).toBeUndefined();
  });
});

describe('reminding', () => {
  it('is to the owner', () => {
    const to = (play: Play) => tell(play, jia, { type: 'remind', text: '请加快' }).events.at(-1);
    expect(to(reported())).toMatchObject({ to: deskBody(community) });
    expect(to(handling())).toMatchObject({ to: org('chengguan') });
  });
});

describe('rating the bodies', () => {
  const rating = { type: 'rateBody', came: true, worked: true, solved: false } as const;
  const over = () => {
    const one = tell(summoned([org('chengguan')]), chengguan, 'reportIn');
    return tell(tell(one, chengguan, done), people.yi, passed);
  };

  it('is for the desk that summoned, after closing', () => {
    const play = tell(over(), jia, { ...rating, workOrder: 'wo.1' });
    expect(play.case.workOrders[0]?.rated).toEqual({ came: true, worked: true, solved: false });
    expect(refused(over(), streetClerk, { ...rating, workOrder: 'wo.1' })).toBe('notYours');
    expect(refused(over(), jia, { ...rating, workOrder: 'wo.2' })).toBe('notSummoned');
    expect(refused(closed(), jia, { ...rating, workOrder: 'wo.1' })).toBe('notYours');
  });
});

describe('restating clocks', () => {
  const shorter = (amount: number) => ({
    rules: {
      ...rules,
      clocks: {
        version: 2,
        rows: [{ id: 'short', stage: 'handle' as const, amount: { kind: 'workingDays' as const, amount } }],
      },
    },
  });

  it('applies the rules in force to what runs or stands still, with the halts kept', () => {
    const play = tell(handling(), system, 'restateClocks', undefined, shorter(2));
    expect(currentClock(play.case)).toMatchObject({ source: { rule: 'short', version: 2 }, dueAt: at('11-24T18:00') });
    const still = tell(handled(), system, 'restateClocks', undefined, shorter(2));
    expect(still.case.clocks.find(({ id }) => id === 'handle.1')).toMatchObject({
      haltedAt: at('11-24T16:00'),
      dueAt: at('11-24T18:00'),
    });
  });

  it('a new version alone changes nothing that runs', () => {
    const play = tell(handling(), jia, { type: 'note', text: '…', public: false, photos: [] }, undefined, shorter(2));
    expect(play.case.clocks).toEqual(handling().case.clocks);
  });

  it('does not take a granted extension back', () => {
    const asked = tell(handling(), chengguan, { type: 'askExtension', reason: '…', amount: 8 });
    const more = tell(asked, countyClerk, { type: 'judge', ask: 'ask.1', upheld: true, words: '' });
    expect(tell(more, system, 'restateClocks', undefined, shorter(2)).case.clocks).toEqual(more.case.clocks);
  });
});

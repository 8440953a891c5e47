import { describe, expect, it } from 'vitest';
import { defaultLightRules, lastRating, lightOf, raisedAgainSince } from './light.ts';
import { redReasons } from './red-reasons.ts';
import {
  accepted,
  closed,
  deferred,
  done,
  handled,
  handling,
  merged,
  onTheSpot,
  passed,
  rejected,
  reopened,
  reported,
  split,
  withdrawn,
} from './testing/paths.ts';
import { imported, type Play, tell, wait } from './testing/play.ts';
import { anybody, at, org, people, reporterOf, rules, system } from './testing/town.ts';

const { jia, yi, chengguan } = people;
const r1 = reporterOf('case-1');
const light = ({ case: found, now }: Play, when?: string) =>
  lightOf(found, rules.light, rules.calendar, when === undefined ? now : at(when));
const colour = (play: Play, when?: string) => light(play, when).light;

type Solved = 'yes' | 'partly' | 'no';
const rate = (play: Play, solved: Solved, satisfied: 'very' | 'fairly' | 'no' = 'very'): Play =>
  tell(play, r1, { type: 'rate', answered: true, solved, satisfied }, play.now + 60_000);
const callBack = (play: Play, solved: Solved): Play =>
  tell(play, jia, { type: 'callBack', answered: true, solved, satisfied: 'very' }, play.now + 60_000);
const raise = (play: Play, when: string): Play => tell(play, r1, { type: 'raiseAgain', text: '…' }, when);

describe('over without a light', () => {
  it.each([
    ['rejected', rejected],
    ['withdrawn', withdrawn],
    ['merged', merged],
  ])('%s', (_state, play) => {
    expect(colour(play())).toBe('none');
  });
});

describe('closed', () => {
  it.each([
    ['no', 'very', 'red'],
    ['no', 'no', 'red'],
    ['partly', 'very', 'yellow'],
    ['yes', 'no', 'yellow'],
    ['yes', 'fairly', 'green'],
    ['yes', 'very', 'green'],
  ] as const)('rated solved %s and satisfied %s: %s', (solved, satisfied, expected) => {
    expect(colour(rate(closed(), solved, satisfied))).toBe(expected);
  });

  it('not rated it awaits call-back: nobody has said yet that it is good', () => {
    expect(colour(closed())).toBe('awaiting');
    expect(colour(imported({ state: 'closed', closedAt: at('11-19T10:00') }))).toBe('awaiting');
  });

  it('a staff report that was verified is green; one not drawn for checking is not', () => {
    expect(colour(tell(onTheSpot(), yi, passed))).toBe('green');
    const notDrawn = tell(onTheSpot(), yi, passed).case;
    const { verifiedBy: _nobody, ...unchecked } = notDrawn;
    expect(lightOf(unchecked, rules.light, rules.calendar, at('11-21T09:00')).light).toBe('awaiting');
  });

  it("the reporter's latest counts; a call-back only where there is none", () => {
    expect(colour(rate(rate(closed(), 'no'), 'yes'))).toBe('green');
    expect(colour(callBack(closed(), 'partly'))).toBe('yellow');
    expect(colour(callBack(rate(closed(), 'yes'), 'no'))).toBe('green');
    expect(colour(rate(callBack(closed(), 'yes'), 'no'))).toBe('red');
  });

  it('a second time, what was said the first time is past', () => {
    const again = tell(reopened(rate(closed(), 'no')), jia, {
      type: 'dispatch',
      lead: org('chengguan'),
      supporting: [],
    });
    const worked = tell(tell(again, chengguan, 'acknowledge'), chengguan, done);
    expect(colour(tell(worked, yi, passed))).toBe('awaiting');
  });

  it('a split case closed by its children awaits the reporter too', () => {
    const over = ['child-1', 'child-2'].reduce(
      (play, child) => tell(play, system, { type: 'childClosed', child }),
      split(),
    );
    expect(colour(over)).toBe('awaiting');
  });
});

describe('open', () => {
  it.each([
    ['reported', reported],
    ['accepted', accepted],
    ['handling', handling],
    ['deferred', deferred],
    ['handled', handled],
  ])('%s is yellow', (_state, play) => {
    expect(colour(play())).toBe('yellow');
  });

  it('red after the due minute of the clock that counts, and only of that', () => {
    expect([colour(reported(), '11-20T11:10'), colour(reported(), '11-20T11:11')]).toEqual(['yellow', 'red']);
    // The contact clock is on the body's record and changes no light.
    expect(colour(wait(handling(), '11-23T09:00'))).toBe('yellow');
    expect(colour(wait(handling(), '11-27T18:01'))).toBe('red');
    expect(colour(tell(wait(handling(), '11-27T18:01'), chengguan, done))).toBe('yellow');
  });

  it('red when raised again twice in 90 days', () => {
    const called = tell(handling(), chengguan, { type: 'contact', note: '…' });
    const once = raise(called, '11-20T22:40');
    const twice = raise(once, '11-22T23:05');
    expect([colour(once), colour(twice)]).toEqual(['yellow', 'red']);
    expect(light(twice).reasons).toEqual(['raisedAgain']);
  });

  it('red when last rated unresolved, until it is closed again', () => {
    expect(colour(reopened(rate(closed(), 'no')))).toBe('red');
    expect(colour(reopened(rate(closed(), 'yes')))).toBe('yellow');
    expect(colour(reopened(callBack(closed(), 'no')))).toBe('red');
  });

  it('red when reopened twice', () => {
    const again = tell(reopened(), jia, { type: 'dispatch', lead: org('chengguan'), supporting: [] });
    const worked = tell(tell(again, chengguan, 'acknowledge'), chengguan, done);
    expect([colour(reopened()), colour(reopened(tell(worked, yi, passed)))]).toEqual(['yellow', 'red']);
  });

  it('no number of supporters makes it red', () => {
    const many = Array.from({ length: 50 }, (_, index) => `phone ${index}`);
    const play = many.reduce((one, key) => tell(one, anybody, { type: 'support', key, verified: true }), handling());
    expect(colour(play)).toBe('yellow');
  });
});

describe('short of time', () => {
  it("is under a fifth of the clock, in that clock's own kind of time", () => {
    // 120 working minutes from 09:10: 24 of them are a fifth.
    expect([light(reported(), '11-20T10:46').short, light(reported(), '11-20T10:47').short]).toEqual([false, true]);
    // Five working days: the last one has begun on Friday morning, the weekend before it does not matter.
    expect([light(handling(), '11-26T18:00').short, light(handling(), '11-27T08:01').short]).toEqual([false, true]);
  });

  it('is no sign of what is red, deferred or over', () => {
    expect(light(reported(), '11-20T11:11').short).toBe(false);
    expect(light(deferred(), '11-25T08:59').short).toBe(false);
    expect(light(closed()).short).toBe(false);
  });
});

describe('light rules are data', () => {
  it('the first row that fits gives the light', () => {
    const strict = { ...defaultLightRules, rows: [{ when: 'open', light: 'red' } as const] };
    expect(lightOf(reported().case, strict, rules.calendar, reported().now)).toMatchObject({
      light: 'red',
      reasons: ['open'],
    });
    expect(lightOf(closed().case, strict, rules.calendar, closed().now).light).toBe('none');
  });
});

describe('red reasons', () => {
  const reasons = (play: Play, when = play.now) => redReasons(play.case, rules.light, when).map(({ key }) => key);

  it('are told apart by what happened, not by how often one looks', () => {
    expect(reasons(wait(handling(), '11-27T18:01'))).toEqual([`overdue:handle:${at('11-27T18:00')}`]);
    const called = tell(handling(), chengguan, { type: 'contact', note: '…' });
    const twice = raise(raise(called, '11-20T22:40'), '11-22T23:05');
    expect(reasons(twice)).toEqual([`raisedAgain:${at('11-22T23:05')}`]);
    expect(reasons(raise(twice, '11-23T09:00'))).toEqual([`raisedAgain:${at('11-22T23:05')}`]);
    expect(reasons(rate(closed(), 'no'))).toEqual([`unresolved:${closed().now + 60_000}`]);
    expect(reasons(closed())).toEqual([]);
  });

  it('raised again lasts while two are within 90 days, and begins anew after a pause', () => {
    const day = 86_400_000;
    const since = (now: number, ...days: readonly number[]) => {
      const found = { ...reported().case, raisedAgainAt: days.map((one) => one * day) };
      const from = raisedAgainSince(found, rules.light, now * day);
      return from === undefined ? undefined : from / day;
    };
    expect([since(5, 0), since(5, 0, 5), since(89, 0, 5), since(90, 0, 5), since(91, 0, 5)]).toEqual([
      undefined,
      5,
      5,
      5,
      undefined,
    ]);
    expect([since(90, 0, 5, 90), since(95, 0, 5, 91), since(100, 0, 91)]).toEqual([5, 91, undefined]);
    expect(since(200, 0, 5, 200)).toBeUndefined();
    expect(since(210, 0, 5, 200, 210)).toBe(210);
  });
});

it('the last rating is that of the latest closing of which anything was said', () => {
  const first = rate(closed(), 'no');
  const again = tell(reopened(first), jia, { type: 'dispatch', lead: org('chengguan'), supporting: [] });
  const second = tell(tell(tell(again, chengguan, 'acknowledge'), chengguan, done), yi, passed);
  expect([lastRating(closed().case), lastRating(second.case)?.solved]).toEqual([undefined, 'no']);
  expect(lastRating(callBack(second, 'yes').case)?.solved).toBe('yes');
});

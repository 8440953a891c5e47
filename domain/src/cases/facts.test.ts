import { describe, expect, it } from 'vitest';
import { factsOf } from './facts.ts';
import {
  accepted,
  closed,
  deferred,
  dispatched,
  done,
  handled,
  handling,
  onTheSpot,
  passed,
  rejected,
  reopened,
  reported,
  split,
  summoned,
  withdrawn,
} from './testing/paths.ts';
import { type Play, tell, wait } from './testing/play.ts';
import { at, org, people, reporterOf } from './testing/town.ts';

const { jia, yi, streetClerk, chengguan, shijian } = people;
const handle = ({ case: found }: Play) => factsOf(found).handle;
const contact = ({ case: found }: Play) => factsOf(found).contact;
const handBack = (play: Play): Play =>
  tell(tell(play, chengguan, { type: 'handBack', reason: '…' }), jia, {
    type: 'judge',
    ask: 'ask.1',
    upheld: true,
    words: '',
  });

describe('the handle clock of the facts', () => {
  it.each<[string, () => Play, ReturnType<typeof handle>]>([
    ['not begun', reported, undefined],
    ['accepted', accepted, undefined],
    ['running', handling, { due: at('11-27T18:00') }],
    ['deferred until a day', deferred, { due: at('12-01T18:00') }],
    ['finished and not verified: it stands still', handled, { doneAt: at('11-24T16:00') }],
    ['closed', closed, { due: at('11-27T18:00'), doneAt: at('11-24T16:00') }],
    ['solved on the spot: no clock, in time', onTheSpot, { doneAt: at('11-20T09:10') }],
    ['rejected', rejected, undefined],
    ['withdrawn', withdrawn, undefined],
    ['handed back: the next assignment starts another', () => handBack(handling()), undefined],
    ['reopened: likewise', reopened, undefined],
    ['ended', () => wait(handling(), '11-30T09:00'), { due: at('11-27T18:00') }],
    [
      'finished after its end',
      () => tell(wait(handling(), '11-30T09:00'), chengguan, done),
      { due: at('11-27T18:00'), doneAt: at('11-30T09:00') },
    ],
  ])('%s', (_what, play, fact) => {
    expect(handle(play())).toEqual(fact);
  });

  it("is the summons' result where that ends earlier", () => {
    expect(handle(summoned())).toEqual({ due: at('11-25T18:00') });
  });

  it('names the deadline that was missed, though the last work was done within another', () => {
    const both = [chengguan, shijian].reduce(
      (play, actor) => tell(play, actor, 'reportIn'),
      summoned([org('chengguan'), org('shijian')]),
    );
    const one = tell(wait(both, '11-26T09:00'), chengguan, done);
    expect(handle(tell(one, shijian, done))).toEqual({ due: at('11-25T18:00'), doneAt: at('11-26T09:00') });
  });

  it('a summons met in time does not make later work late', () => {
    const first = tell(
      tell(handling(), jia, { type: 'summon', bodies: [org('shijian')], summonsKind: 'urgent', reason: '…' }),
      shijian,
      'reportIn',
    );
    const met = tell(first, shijian, done, '11-20T12:00');
    const play = tell(tell(met, chengguan, done, '11-26T09:00'), yi, passed);
    expect(handle(play)).toEqual({ due: at('11-27T18:00'), doneAt: at('11-26T09:00') });
  });

  it('a body that was excused in time is not counted', () => {
    const both = summoned([org('chengguan'), org('shijian')]);
    const asked = tell(both, shijian, { type: 'decline', reason: '…' });
    const judged = tell(asked, streetClerk, { type: 'judge', ask: 'ask.1', upheld: true, words: '' });
    const play = tell(tell(judged, chengguan, 'reportIn'), chengguan, done, '11-24T09:00');
    expect(handle(tell(play, yi, passed))).toEqual({ due: at('11-27T18:00'), doneAt: at('11-24T09:00') });
  });
});

describe('the contact clock of the facts', () => {
  it.each<[string, () => Play, ReturnType<typeof contact>]>([
    ['not begun', dispatched, undefined],
    ['running', handling, { due: at('11-21T10:05') }],
    [
      'met',
      () => tell(handling(), chengguan, { type: 'contact', note: '…' }, '11-20T11:00'),
      { due: at('11-21T10:05'), doneAt: at('11-20T11:00') },
    ],
    ['never, though closed', closed, { due: at('11-21T10:05') }],
    ['dropped before its end', () => tell(handBack(handling()), jia, { type: 'reject', reason: '…' }), {}],
    [
      'dropped after its end',
      () => tell(handBack(wait(handling(), '11-23T09:00')), jia, { type: 'reject', reason: '…' }),
      { due: at('11-21T10:05') },
    ],
  ])('%s', (_what, play, fact) => {
    expect(contact(play())).toEqual(fact);
  });

  it('there is none for staff', () => {
    expect(contact(onTheSpot())).toBeUndefined();
  });
});

it('counts and marks', () => {
  const rated = tell(closed(), reporterOf('case-1'), {
    type: 'rate',
    answered: true,
    solved: 'partly',
    satisfied: 'fairly',
  });
  expect(factsOf(rated.case)).toMatchObject({
    case: 'case-1',
    state: 'closed',
    split: false,
    reporter: 'resident',
    rating: { solved: 'partly', satisfied: 'fairly' },
    everAssigned: true,
    handBacks: 0,
    deferrals: 0,
    reworks: 0,
  });
  expect(factsOf(reopened(rated).case)).toMatchObject({ rating: { solved: 'partly' }, reworks: 1 });
  expect(factsOf(split().case).split).toBe(true);
  expect(factsOf(deferred().case).deferrals).toBe(1);
  expect(factsOf(handBack(handling()).case).handBacks).toBe(1);
  expect(factsOf(onTheSpot().case)).toMatchObject({ everAssigned: false, reporter: 'staff' });
});

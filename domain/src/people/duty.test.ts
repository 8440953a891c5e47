import { describe, expect, it } from 'vitest';
import { onDuty, turnRefusal } from './duty.ts';

const at = (text: string) => Date.parse(`2026-11-${text}:00+08:00`);
const clerks = [
  { person: '甲', from: at('01T00:00') },
  { person: '乙', from: at('01T00:00'), to: at('21T00:00') },
];
const turns = [{ person: '丙', from: at('20T18:00'), to: at('21T08:00') }];

describe('who is on duty at a desk', () => {
  it.each([
    { name: 'in office hours its clerks', now: at('20T09:00'), office: true, who: ['甲 post', '乙 post'] },
    { name: 'out of hours whoever the roster names', now: at('20T19:40'), office: false, who: ['丙 roster'] },
    { name: 'as the turn begins', now: at('20T18:00'), office: false, who: ['丙 roster'] },
    { name: 'as the turn ends: nobody, which is a fault', now: at('21T08:00'), office: false, who: [] },
    { name: 'not a clerk whose post has ended', now: at('21T09:00'), office: true, who: ['甲 post'] },
  ])('$name', ({ now, office, who }) => {
    expect(onDuty({ clerks, turns }, now, office).map(({ person, by }) => `${person} ${by}`)).toEqual(who);
  });

  it('names a clerk with a turn once', () => {
    const both = { clerks, turns: [{ person: '甲', from: at('20T00:00'), to: at('21T00:00') }] };
    expect(onDuty(both, at('20T09:00'), true)).toEqual([
      { person: '甲', by: 'roster' },
      { person: '乙', by: 'post' },
    ]);
  });
});

describe('turnRefusal', () => {
  it.each([
    { from: '20T18:00', to: '21T08:00', refusal: undefined },
    { from: '20T18:00', to: '20T18:00', refusal: 'duty.endsBeforeItBegins' },
    { from: '20T18:00', to: '20T08:00', refusal: 'duty.endsBeforeItBegins' },
  ])('$from – $to: $refusal', ({ from, to, refusal }) => {
    expect(turnRefusal({ from: at(from), to: at(to) })).toBe(refusal);
  });

  it('takes 31 days and no more', () => {
    const longest = 31 * 24 * 3_600_000;
    expect(turnRefusal({ from: 0, to: longest })).toBeUndefined();
    expect(turnRefusal({ from: 0, to: longest + 1 })).toBe('duty.tooLong');
  });
});

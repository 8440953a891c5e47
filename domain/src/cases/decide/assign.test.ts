import { describe, expect, it } from 'vitest';
import type { Body } from '../body.ts';
import { currentClock } from '../current-clock.ts';
import { accepted, done, handling, summoned } from '../testing/paths.ts';
import { filed, type Play, refused, tell } from '../testing/play.ts';
import { at, community, deskBody, gridBody, org, people } from '../testing/town.ts';
import { ownerOf } from '../work-orders.ts';

const { jia, chengguan, shijian } = people;
const dispatch = (lead: Body, ...supporting: Body[]) => ({ type: 'dispatch', lead, supporting }) as const;
const summon = (...bodies: Body[]) =>
  ({ type: 'summon', bodies, summonsKind: 'joint', reason: '一家解决不了' }) as const;
const roles = ({ case: found }: Play) =>
  found.workOrders.map(({ id, role, state, by }) => [id, role, state, by].join(' '));
const dues = ({ case: found }: Play) => Object.fromEntries(found.clocks.map(({ id, dueAt }) => [id, dueAt]));

describe('dispatching', () => {
  it('starts the handle clock once and an acknowledge clock for each body; the lead owns it', () => {
    const play = tell(accepted(), jia, dispatch(org('chengguan'), org('office')), '11-20T09:35');
    expect(roles(play)).toEqual(['wo.1 lead sent dispatch', 'wo.2 supporting sent dispatch']);
    expect(dues(play)).toMatchObject({
      'acknowledge.1': at('11-20T10:35'),
      'acknowledge.2': at('11-20T10:35'),
      'handle.1': at('11-27T18:00'),
    });
    expect([play.case.state, ownerOf(play.case)]).toEqual(['dispatched', org('chengguan')]);
    expect(currentClock(play.case)?.id).toBe('acknowledge.1');
    expect(play.case.clocks.find(({ id }) => id === 'dispatch.1')?.outcome).toBe('met');
  });

  it('is handling when the lead acknowledges, not when another does', () => {
    const play = tell(accepted(), jia, dispatch(org('chengguan'), org('shijian')));
    const helped = tell(play, shijian, 'acknowledge');
    expect([helped.case.state, currentClock(helped.case)?.id]).toEqual(['dispatched', 'acknowledge.1']);
    const led = tell(helped, chengguan, 'acknowledge');
    expect([led.case.state, currentClock(led.case)?.id]).toEqual(['handling', 'handle.1']);
  });

  it('remembers the row of the duty list for the bodies it named', () => {
    const play = tell(filed({ category: '0201' }), jia, 'accept');
    const orders = tell(play, jia, dispatch(gridBody, org('property'), org('office'))).case.workOrders;
    expect(orders.map(({ row }) => row)).toEqual(['stairs', 'stairs', undefined]);
  });

  it.each([
    ['a body nobody knows', dispatch(org('gone' as 'office')), 'unknownBody'],
    ['a desk that is none', dispatch(deskBody('450802001999')), 'unknownBody'],
    ['a body twice', dispatch(org('office'), org('office')), 'sameBodyTwice'],
  ] as const)('to %s is refused', (_what, command, code) => {
    expect(refused(accepted(), jia, command)).toBe(code);
  });
});

describe('assigning to the desk itself', () => {
  it('is dispatch and acknowledgement in one, and the contact clock begins', () => {
    const play = tell(accepted(), jia, 'assignToDesk', '11-20T14:55');
    expect(roles(play)).toEqual(['wo.1 lead working desk']);
    expect([play.case.state, ownerOf(play.case)]).toEqual(['handling', deskBody(community)]);
    expect(dues(play)).toMatchObject({ 'handle.1': at('11-27T18:00'), 'contact.1': at('11-21T14:55') });
    expect(play.case.clocks.some(({ stage }) => stage === 'acknowledge')).toBe(false);
    expect(play.case.everAssigned).toBe(true);
  });
});

describe('summoning', () => {
  it('from accepted the case is handling at once and the first body leads', () => {
    const play = summoned();
    expect(roles(play)).toEqual([
      'wo.1 lead sent summons',
      'wo.2 supporting sent summons',
      'wo.3 supporting sent summons',
    ]);
    expect([play.case.state, ownerOf(play.case)]).toEqual(['handling', org('chengguan')]);
    expect(dues(play)).toMatchObject({
      'reportIn.1': at('11-20T15:10'),
      'result.3': at('11-25T18:00'),
      'handle.1': at('11-27T18:00'),
    });
    expect(currentClock(play.case)?.stage).toBe('result');
  });

  it('an urgent kind has clocks of its own', () => {
    const play = summoned([org('chengguan')], 'urgent');
    expect(dues(play)).toMatchObject({ 'reportIn.1': at('11-20T15:10'), 'result.1': at('11-21T14:10') });
  });

  it('from handling it keeps the lead and its handle clock', () => {
    const play = tell(handling(), jia, summon(org('shijian')), '11-20T11:00');
    expect(roles(play)).toEqual(['wo.1 lead working dispatch', 'wo.2 supporting sent summons']);
    expect(dues(play)).toMatchObject({ 'handle.1': at('11-27T18:00'), 'result.1': at('11-25T18:00') });
    expect(ownerOf(play.case)).toEqual(org('chengguan'));
  });

  it('after the lead has finished, whoever is called then helps and does not lead', () => {
    const two = tell(tell(handling(), jia, summon(org('shijian'))), chengguan, done);
    expect(two.case.state).toBe('handling');
    expect(roles(tell(two, jia, summon(org('jiaojing'))))).toEqual([
      'wo.1 lead finished dispatch',
      'wo.2 supporting sent summons',
      'wo.3 supporting sent summons',
    ]);
  });

  it.each([
    ['nobody', summon(), 'unknownBody'],
    ['for an unknown kind', { ...summon(org('office')), summonsKind: 'party' }, 'unknownSummonsKind'],
    ['a body that works on it', summon(org('chengguan')), 'sameBodyTwice'],
  ] as const)('%s is refused', (_what, command, code) => {
    expect(refused(handling(), jia, command)).toBe(code);
  });
});

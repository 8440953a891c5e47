import { describe, expect, it } from 'vitest';
import { currentClock } from '../current-clock.ts';
import { done } from '../testing/paths.ts';
import { filing, imported, refused, tell } from '../testing/play.ts';
import { at, community, contextOf, deskBody, org, people, system } from '../testing/town.ts';
import { ownerOf } from '../work-orders.ts';
import { factsOf } from '../facts.ts';
import { decide } from './index.ts';

const { jia, chengguan } = people;

describe('bringing a case in', () => {
  it('carries its due time as an event of its own, marked so', () => {
    const play = imported({ state: 'handling', lead: org('chengguan'), dueAt: at('11-24T12:34') });
    expect(currentClock(play.case)).toMatchObject({
      stage: 'handle',
      dueAt: at('11-24T12:34'),
      source: { rule: 'imported' },
    });
    expect(ownerOf(play.case)).toEqual(org('chengguan'));
    expect(tell(play, chengguan, done).case.state).toBe('handled');
  });

  it('reported there, it is accepted here by the time the source gave', () => {
    const play = imported({ dueAt: at('11-24T12:34') });
    expect(currentClock(play.case)).toMatchObject({ stage: 'accept', dueAt: at('11-24T12:34') });
    const sent = tell(tell(play, jia, 'accept'), jia, { type: 'dispatch', lead: org('chengguan'), supporting: [] });
    expect(sent.case.clocks.filter(({ stage }) => stage === 'handle').map(({ id, dueAt }) => [id, dueAt])).toEqual([
      ['handle.1', at('11-24T12:34')],
    ]);
  });

  it('without a due time the rule counts from now', () => {
    expect(currentClock(imported({}).case)?.dueAt).toBe(at('11-20T11:10'));
    const open = imported({ state: 'handling', lead: org('chengguan') });
    expect(currentClock(open.case)?.dueAt).toBe(at('11-27T18:00'));
  });

  it('under way without a body, it is the work of the desk', () => {
    const play = imported({ state: 'handling', dueAt: at('11-24T12:34') });
    expect(ownerOf(play.case)).toEqual(deskBody(community));
    expect(tell(play, jia, done).case.state).toBe('handled');
  });

  it.each([
    ['in time', '11-19T10:00', '11-19T10:00', 'met'],
    ['late', '11-19T10:00', '11-19T09:59', 'late'],
  ])('closed there %s', (_how, closed, due, outcome) => {
    const play = imported({ state: 'closed', lead: org('chengguan'), closedAt: at(closed), dueAt: at(due) });
    expect(play.case).toMatchObject({
      state: 'closed',
      closedAtSource: true,
      closedAt: at(closed),
      finishedAt: at(closed),
    });
    expect(play.case.workOrders.map(({ state }) => state)).toEqual(['finished']);
    expect(play.case.clocks.map((clock) => clock.outcome)).toEqual([outcome]);
    expect(factsOf(play.case).handle).toEqual({ due: at(due), doneAt: at(closed) });
  });

  it('rejected or merged there, nobody owes anything', () => {
    for (const state of ['rejected', 'merged'] as const) {
      const { case: found } = imported({ state, lead: org('chengguan'), dueAt: at('11-24T12:34'), reason: '重复' });
      expect([found.state, ownerOf(found), found.workOrders[0]?.state]).toEqual([state, undefined, 'excused']);
      expect(found.clocks.filter(({ stoppedAt }) => stoppedAt === undefined)).toEqual([]);
    }
  });

  it('merged there, it cannot be taken out of a case we do not have', () => {
    expect(refused(imported({ state: 'merged' }), jia, { type: 'unmerge', reason: '…' })).toBe('otherNotOpen');
  });

  it('keeps the order of its times', () => {
    const { events } = imported({
      state: 'closed',
      lead: org('chengguan'),
      closedAt: at('11-19T10:00'),
      dueAt: at('11-24T12:34'),
    });
    const times = events.map((event) => event.at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  it.each([
    ['closed before it was reported', { closedAt: at('11-17T10:00') }],
    ['reported in the future', { reportedAt: at('11-21T10:00') }],
  ])('is refused if %s', (_why, given) => {
    const { type: _type, ...report } = filing;
    const command = {
      type: 'import',
      report,
      source: { name: '12345', number: 'N1' },
      reportedAt: at('11-18T09:00'),
      state: 'closed',
      ...given,
    } as const;
    const decision = decide(undefined, command, contextOf(system, at('11-20T09:10')));
    expect(decision).toMatchObject({ ok: false, refusal: { code: 'timeBackwards' } });
  });

  it('is refused with a body nobody knows', () => {
    const { type: _type, ...report } = filing;
    const command = {
      type: 'import',
      report,
      source: { name: 's', number: '1' },
      reportedAt: 0,
      state: 'handling',
      lead: { kind: 'org', org: 'gone' },
    } as const;
    expect(decide(undefined, command, contextOf(system, at('11-20T09:10')))).toMatchObject({
      refusal: { code: 'unknownBody' },
    });
  });
});

import { describe, expect, it } from 'vitest';
import type { Actor } from '../../access/index.ts';
import { currentClock } from '../current-clock.ts';
import { accepted, deferred, dispatched, done, failed, handling, passed, summoned } from '../testing/paths.ts';
import { filed, type Play, refused, tell } from '../testing/play.ts';
import { at, community, deskBody, gridBody, org, people } from '../testing/town.ts';
import { ownerOf } from '../work-orders.ts';

const { jia, yi, gridWorker, streetClerk, countyClerk, chengguan, shijian, jiaojing, property } = people;
const handBack = { type: 'handBack', reason: '不归我们' } as const;
const decline = { type: 'decline', reason: '与我们无关' } as const;
const states = ({ case: found }: Play) => found.workOrders.map(({ role, state }) => `${role} ${state}`);
const running = ({ case: found }: Play) =>
  found.clocks.filter((clock) => clock.stoppedAt === undefined).map(({ id }) => id);

/** Asks, and has the asking judged by whoever has to. */
function upheld(play: Play, actor: Actor, command: typeof handBack | typeof decline, judge: Actor): Play {
  const asked = tell(play, actor, command);
  return tell(asked, judge, { type: 'judge', ask: asked.case.asks.at(-1)?.id ?? '', upheld: true, words: '是' });
}

describe('a hand-back', () => {
  it('is judged by the desk that dispatched; refused, everything stays', () => {
    const asked = tell(dispatched(), chengguan, handBack);
    expect(asked.case.asks[0]).toMatchObject({ kind: 'handBack', judge: community });
    expect(refused(asked, streetClerk, { type: 'judge', ask: 'ask.1', upheld: true, words: '' })).toBe('notYours');
    const stays = tell(asked, jia, { type: 'judge', ask: 'ask.1', upheld: false, words: '归你们' });
    expect([stays.case.state, states(stays)]).toEqual(['dispatched', ['lead sent']]);
    expect(refused(tell(stays, chengguan, 'acknowledge'), chengguan, handBack)).toBeUndefined();
  });

  it('upheld the desk dispatches again, and the handle clock starts anew', () => {
    const back = upheld(dispatched([org('shijian')]), chengguan, handBack, jia);
    expect([back.case.state, states(back), back.case.handBacks]).toEqual([
      'accepted',
      ['lead returned', 'supporting returned'],
      1,
    ]);
    expect(running(back)).toEqual(['dispatch.2']);
    expect(ownerOf(back.case)).toEqual(deskBody(community));
    const again = tell(back, jia, { type: 'dispatch', lead: org('office'), supporting: [] }, '11-23T09:00');
    expect(again.case.clocks.find(({ id }) => id === 'handle.2')?.dueAt).toBe(at('11-30T18:00'));
  });

  it('of a supporting body leaves the rest as it is', () => {
    const back = upheld(dispatched([org('shijian')]), shijian, handBack, jia);
    expect([back.case.state, states(back), back.case.handBacks]).toEqual([
      'dispatched',
      ['lead sent', 'supporting returned'],
      1,
    ]);
  });

  it('after work has begun also takes what summoned bodies owe', () => {
    const summoning = { type: 'summon', bodies: [org('shijian')], summonsKind: 'joint', reason: '…' } as const;
    const back = upheld(tell(handling(), jia, summoning), chengguan, handBack, jia);
    expect([back.case.state, states(back), running(back)]).toEqual([
      'accepted',
      ['lead returned', 'supporting returned'],
      ['contact.1', 'dispatch.2'],
    ]);
  });

  it('makes history of what others had finished by then', () => {
    const summoning = { type: 'summon', bodies: [org('shijian')], summonsKind: 'joint', reason: '…' } as const;
    const helped = tell(tell(tell(handling(), jia, summoning), shijian, 'reportIn'), shijian, done);
    const back = upheld(helped, chengguan, handBack, jia);
    expect(states(back)).toEqual(['lead returned', 'supporting finished']);
    // Were it not history, it would now be taken for the work of the body that declines.
    const play = upheld(tell(back, jia, { ...summoning, bodies: [org('jiaojing')] }), jiaojing, decline, streetClerk);
    expect([play.case.state, ownerOf(play.case)]).toEqual(['accepted', deskBody(community)]);
  });

  it('upheld while deferred ends the deferral first', () => {
    const asked = tell(handling(), chengguan, handBack, '11-20T11:00');
    const waits = tell(asked, chengguan, { type: 'askDeferral', reason: '…', until: at('11-25T09:00') });
    const still = tell(waits, countyClerk, { type: 'judge', ask: 'ask.2', upheld: true, words: '' }, '11-20T11:30');
    const back = tell(still, jia, { type: 'judge', ask: 'ask.1', upheld: true, words: '是' }, '11-23T09:00');
    expect([back.case.state, running(back)]).toEqual(['accepted', ['contact.1', 'dispatch.2']]);
    expect(back.events.map(({ type }) => type)).toContain('resumed');
  });

  it('is not for those who were summoned or are the desk', () => {
    expect(refused(summoned(), chengguan, handBack)).toBe('unknownWorkOrder');
    expect(refused(tell(accepted(), jia, 'assignToDesk'), jia, handBack)).toBe('unknownWorkOrder');
  });
});

describe('the task gate', () => {
  const onGrid = (...more: ReturnType<typeof org>[]): Play =>
    tell(tell(filed({ category: '0201' }), jia, 'accept'), jia, { type: 'dispatch', lead: gridBody, supporting: more });

  it('a grid refuses in one tap what is not on it, counted against the sender', () => {
    const play = tell(onGrid(org('property')), gridWorker, 'refuseByGate');
    expect([play.case.state, states(play), play.case.gateRefusals]).toEqual([
      'accepted',
      ['lead returned', 'supporting returned'],
      1,
    ]);
    expect(running(play)).toEqual(['dispatch.2']);
    expect(play.events.find((event) => event.type === 'gateRefused')).toMatchObject({ sender: community });
  });

  it('a grid that only helps goes, and the others go on', () => {
    const sent = tell(tell(filed({ category: '0201' }), jia, 'accept'), jia, {
      type: 'dispatch',
      lead: org('property'),
      supporting: [gridBody],
    });
    const led = tell(sent, property, 'acknowledge');
    const play = tell(led, gridWorker, 'refuseByGate');
    expect([play.case.state, states(play)]).toEqual(['handling', ['lead working', 'supporting returned']]);
  });

  it('does not let a grid refuse what is on it, nor what it has taken, nor others refuse at all', () => {
    const listed = tell(accepted(), jia, { type: 'dispatch', lead: gridBody, supporting: [] });
    expect(refused(listed, gridWorker, 'refuseByGate')).toBe('onTheGate');
    expect(refused(tell(onGrid(), gridWorker, 'acknowledge'), gridWorker, 'refuseByGate')).toBe('alreadyAnswered');
    expect(refused(dispatched(), chengguan, 'refuseByGate')).toBe('notOnAGrid');
  });
});

describe('declining a summons', () => {
  it('is judged by the desk above the summoner; upheld the body is excused', () => {
    const asked = tell(summoned(), jiaojing, decline);
    expect(asked.case.asks[0]).toMatchObject({ kind: 'decline', judge: '450802001' });
    const play = tell(asked, streetClerk, { type: 'judge', ask: 'ask.1', upheld: true, words: '免' });
    expect([play.case.state, states(play)]).toEqual([
      'handling',
      ['lead sent', 'supporting sent', 'supporting excused'],
    ]);
    expect(running(play)).toEqual(['handle.1', 'reportIn.1', 'result.1', 'reportIn.2', 'result.2']);
  });

  it('by the last that had not finished hands the case over', () => {
    const both = summoned([org('chengguan'), org('shijian')]);
    const asked = tell(both, shijian, decline);
    const finished = tell(tell(asked, chengguan, 'reportIn'), chengguan, done);
    expect(finished.case.state).toBe('handling');
    const play = tell(finished, streetClerk, { type: 'judge', ask: 'ask.1', upheld: true, words: '免' });
    expect([play.case.state, currentClock(play.case)?.stage]).toEqual(['handled', 'verify']);
  });

  it('by the lead, the next body leads and owes the handle clock, which restarts nothing', () => {
    const play = upheld(tell(summoned(), shijian, 'reportIn'), chengguan, decline, streetClerk);
    expect(states(play)).toEqual(['lead excused', 'lead working', 'supporting sent']);
    expect(ownerOf(play.case)).toEqual(org('shijian'));
    expect(play.case.clocks.find(({ id }) => id === 'handle.1')).toMatchObject({
      owner: org('shijian'),
      dueAt: at('11-27T18:00'),
    });
  });

  it('by the lead after another has finished, that one answers for it when verification fails', () => {
    const finished = tell(tell(summoned([org('chengguan'), org('shijian')]), shijian, 'reportIn'), shijian, done);
    const play = upheld(finished, chengguan, decline, streetClerk);
    expect([play.case.state, states(play)]).toEqual(['handled', ['lead excused', 'lead finished']]);
    expect(states(tell(play, yi, failed))).toEqual(['lead excused', 'lead working']);
  });

  it('by all, the desk dispatches anew', () => {
    const play = upheld(summoned([org('chengguan')]), chengguan, decline, streetClerk);
    expect([play.case.state, running(play)]).toEqual(['accepted', ['dispatch.2']]);
  });

  it('by all after a reopening does not take the work of the first round for theirs', () => {
    const first = tell(tell(tell(summoned([org('chengguan')]), chengguan, 'reportIn'), chengguan, done), yi, passed);
    const asked = tell(
      first,
      { kind: 'reporter', county: '450802', caseId: 'case-1' },
      { type: 'askReopening', reason: '…' },
    );
    const open = tell(asked, streetClerk, { type: 'judge', ask: 'ask.1', upheld: true, words: '' });
    const second = tell(open, jia, { type: 'summon', bodies: [org('shijian')], summonsKind: 'joint', reason: '…' });
    const play = upheld(second, shijian, decline, streetClerk);
    expect([play.case.state, ownerOf(play.case)]).toEqual(['accepted', deskBody(community)]);
  });

  it('is not for those who were dispatched', () => {
    expect(refused(handling(), chengguan, decline)).toBe('notSummoned');
  });
});

describe('resuming by hand', () => {
  it('gives back the days that were not needed', () => {
    const handle = ({ case: found }: Play) => found.clocks.find(({ id }) => id === 'handle.1')?.dueAt;
    expect(handle(deferred())).toBe(at('12-01T18:00'));
    const play = tell(deferred(), chengguan, 'resume', '11-24T09:00');
    expect([play.case.state, handle(play)]).toEqual(['handling', at('11-30T18:00')]);
    expect(running(play)).not.toContain('resume.1');
  });
});

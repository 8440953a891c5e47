import { describe, expect, it } from 'vitest';
import { currentClock } from '../current-clock.ts';
import { accepted, handled, handling, reported } from '../testing/paths.ts';
import { refused, tell } from '../testing/play.ts';
import {
  at,
  community,
  county,
  deskBody,
  farCommunity,
  otherCommunity,
  otherStreet,
  people,
  street,
} from '../testing/town.ts';

const { jia, elsewhere, streetClerk, countyClerk } = people;

describe('correcting', () => {
  it('routes anew and restarts no clock', () => {
    const before = reported();
    const { case: found } = tell(before, jia, { type: 'correct', category: '0201', urgency: 'urgent' }, '11-20T09:40');
    expect([found.category, found.urgency, found.routing.row]).toEqual(['0201', 'urgent', 'stairs']);
    expect(found.clocks).toEqual(before.case.clocks);
  });

  it('into another community hands it to that desk, with what the desk owes', () => {
    const { case: found } = tell(accepted(), jia, { type: 'correct', area: `${otherCommunity}001` }, '11-20T09:40');
    expect([found.desk, found.homeDesk]).toEqual([otherCommunity, otherCommunity]);
    const clock = currentClock(found);
    expect([clock?.owner, clock?.dueAt]).toEqual([deskBody(otherCommunity), currentClock(accepted().case)?.dueAt]);
    expect(found.clocks.find(({ id }) => id === 'accept.1')?.owner).toEqual(deskBody(community));
    expect(refused({ ...accepted(), case: found }, elsewhere, 'assignToDesk', '11-20T09:41')).toBeUndefined();
  });

  it('leaves an escalated case at its level', () => {
    const up = tell(reported(), jia, { type: 'escalate', reason: '…' });
    const near = tell(up, streetClerk, { type: 'correct', area: otherCommunity }).case;
    expect([near.desk, near.homeDesk]).toEqual([street, otherCommunity]);
    const far = tell(up, streetClerk, { type: 'correct', area: farCommunity }).case;
    expect([far.desk, far.homeDesk]).toEqual([otherStreet, farCommunity]);
    const top = tell(up, streetClerk, { type: 'escalate', reason: '…' });
    expect(tell(top, countyClerk, { type: 'correct', area: farCommunity }).case.desk).toBe(county);
  });

  it('is refused with nothing to correct, outside every desk, and once it is finished', () => {
    expect(refused(reported(), jia, { type: 'correct', reason: '…' })).toBe('nothingToCorrect');
    expect(refused(reported(), jia, { type: 'correct', area: '110101' })).toBe('noDesk');
    expect(refused(handled(), jia, { type: 'correct', urgency: 'urgent' })).toBe('notInThisState');
  });

  it('does not change whom a hand-back is counted against', () => {
    const play = tell(handling(), jia, { type: 'correct', category: '0201' }, '11-20T10:10');
    expect(play.case.routing.row).toBe('stairs');
    const asked = tell(play, people.chengguan, { type: 'handBack', reason: '不归我们' });
    const judged = tell(asked, jia, { type: 'judge', ask: 'ask.1', upheld: true, words: '是' }, '11-20T10:20');
    expect(judged.events.find((event) => event.type === 'handedBack')).toMatchObject({
      row: 'lamps',
      at: at('11-20T10:20'),
    });
  });
});

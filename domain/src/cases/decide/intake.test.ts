import { describe, expect, it } from 'vitest';
import { currentClock } from '../current-clock.ts';
import { mayVerify } from '../parties.ts';
import { done, handled, onTheSpot, reported } from '../testing/paths.ts';
import { filed, filedByStaff, filing, type Play, refused, tell } from '../testing/play.ts';
import {
  anybody,
  at,
  community,
  contextOf,
  county,
  deskBody,
  desks,
  farCommunity,
  grid,
  org,
  people,
  rules,
  street,
} from '../testing/town.ts';
import { ownerOf } from '../work-orders.ts';
import { decide } from './index.ts';

const { jia, yi, ding, gridWorker, streetClerk, countyClerk, chengguan, office } = people;
const faultsOf = ({ events }: Play) =>
  events.flatMap((event) => (event.type === 'faultRaised' ? [`${event.fault} ${event.detail ?? ''}`.trim()] : []));

describe('filing', () => {
  it('goes to the desk of the place and waits to be accepted', () => {
    const { case: found } = reported();
    expect([found.state, found.desk, found.homeDesk, found.level]).toEqual([
      'reported',
      community,
      community,
      'community',
    ]);
    expect(ownerOf(found)).toEqual(deskBody(community));
    expect(currentClock(found)?.dueAt).toBe(at('11-20T11:10'));
    expect(found.routing).toEqual({ row: 'lamps', version: 1, gap: false });
    expect(faultsOf(reported())).toEqual([]);
  });

  it('without a row of the duty list or a grid it shows', () => {
    expect(faultsOf(filed({ category: '99', area: community, onNoGrid: true }))).toEqual(['noDutyRow 99', 'onNoGrid']);
    expect(filed({ category: '99' }).case.routing.gap).toBe(true);
  });

  it('outside every desk is refused and nothing is written', () => {
    const decision = decide(undefined, { ...filing, area: '110101' }, contextOf(anybody, at('11-20T09:10')));
    expect(decision).toEqual({ ok: false, refusal: { code: 'noDesk', detail: { area: '110101' } } });
  });

  it('takes kind, urgency and level from the duty list, unless the filer says', () => {
    const row = {
      id: 'lifts',
      category: '05',
      lead: org('office'),
      supporting: [],
      setsKind: 'complex',
      setsUrgency: 'urgent',
      setsLevel: 'street',
    } as const;
    const more = { rules: { ...rules, dutyList: { version: 2, rows: [row] } } };
    const set = filed({ category: '05' }, anybody, at('11-20T09:10'), more).case;
    expect([set.kind, set.urgency, set.level, set.desk]).toEqual(['complex', 'urgent', 'street', community]);
    const said = filed({ category: '05', kind: 'ordinary', urgency: 'ordinary' }, jia, at('11-20T09:10'), more).case;
    expect([said.kind, said.urgency]).toEqual(['ordinary', 'ordinary']);
  });

  it('a missing clock rule is a fault, not a silence', () => {
    const more = { rules: { ...rules, clocks: { version: 1, rows: [] } } };
    expect(faultsOf(filed({}, anybody, at('11-20T09:10'), more))).toEqual(['noClockRule accept']);
  });

  it('is possible once only', () => {
    expect(refused(reported(), anybody, filing)).toBe('notInThisState');
  });
});

describe('solved on the spot', () => {
  const solved = { note: '已清理', photos: [] };

  it('drawn by the sample it waits for its verifier, at once and in time', () => {
    const play = onTheSpot();
    expect([play.case.state, play.case.level, play.case.everAssigned]).toEqual(['handled', 'grid', false]);
    expect(refused(play, gridWorker, { type: 'verify', pass: true, note: '', photos: [] })).toBe('ownWork');
    expect(tell(play, yi, { type: 'verify', pass: true, note: '', photos: [] }).case.state).toBe('closed');
  });

  it('not drawn it is closed', () => {
    const more = { rules: { ...rules, sampleRate: 0 } };
    const play = filed(
      { channel: 'field', reporter: { kind: 'staff', person: '网格员' }, solved },
      gridWorker,
      at('11-20T09:10'),
      more,
    );
    expect([play.case.state, play.case.verifiedBy]).toEqual(['closed', undefined]);
  });

  it('can follow the report, by the worker who filed it and by nobody else', () => {
    const command = { type: 'solveOnTheSpot', ...solved } as const;
    expect(tell(filedByStaff(), gridWorker, command).case.state).toBe('handled');
    expect([refused(filedByStaff(), ding, command), refused(reported(), gridWorker, command)]).toEqual([
      'notYours',
      'notYours',
    ]);
  });

  it('is no way for the public', () => {
    const decision = decide(undefined, { ...filing, solved }, contextOf(anybody, at('11-20T09:10')));
    expect(decision).toMatchObject({ ok: false, refusal: { code: 'notYours' } });
  });
});

describe('a complaint', () => {
  it.each([
    ['about the desk of the place', community, street],
    ['about the street above it', street, county],
    ['about a body of the community', 'property', street],
    ['about a body of the street', 'office', county],
    ['about a body of the county', 'chengguan', county],
    ['about a desk that has nothing to do with it', farCommunity, community],
  ])('%s lands one level above it', (_what, about, desk) => {
    const { case: found } = filed({ about });
    expect([found.desk, found.homeDesk]).toEqual([desk, desk]);
  });

  it('about the county has nobody above: a fault', () => {
    const play = filed({ about: county });
    expect([play.case.desk, faultsOf(play)]).toEqual([community, [`noSuperior ${county}`]]);
  });

  it('is not worked on by the body it is about', () => {
    const play = tell(filed({ about: 'chengguan' }), countyClerk, 'accept');
    const lead = org('chengguan');
    expect(refused(play, countyClerk, { type: 'dispatch', lead, supporting: [] })).toBe('complainedAbout');
    expect(refused(play, countyClerk, { type: 'summon', bodies: [lead], summonsKind: 'joint', reason: '…' })).toBe(
      'complainedAbout',
    );
    expect(refused(play, countyClerk, { type: 'dispatch', lead: org('office'), supporting: [] })).toBeUndefined();
  });

  it('is not checked by the desk it is about, nor by anybody under it', () => {
    const begun = tell(filed({ about: community }), streetClerk, 'accept');
    const sent = tell(begun, streetClerk, { type: 'dispatch', lead: org('office'), supporting: [] });
    const { case: found } = tell(tell(sent, office, 'acknowledge'), office, done);
    expect([yi, ding].map((actor) => mayVerify(found, actor))).toEqual([false, false]);
    expect([yi, ding].map((actor) => mayVerify(handled().case, actor))).toEqual([true, true]);
  });

  it('keeps above them when its place is put right', () => {
    const corrected = tell(filed({ about: community }), streetClerk, { type: 'correct', area: `${community}009` });
    expect([corrected.case.desk, corrected.case.homeDesk]).toEqual([street, street]);
  });
});

describe('with no superior anywhere', () => {
  it('a complaint stays and shows', () => {
    const alone = desks.filter(({ area }) => area === community);
    const play = filed({ about: community, area: grid }, anybody, at('11-20T09:10'), { desks: alone });
    expect([play.case.desk, faultsOf(play)]).toEqual([community, [`noSuperior ${community}`]]);
  });
});

describe('the desk', () => {
  it('accepts: the accept clock is met and the dispatch clock begins', () => {
    const play = tell(reported(), jia, 'accept', '11-20T11:10');
    expect(play.case.clocks.map(({ id, outcome, dueAt }) => [id, outcome, dueAt])).toEqual([
      ['accept.1', 'met', at('11-20T11:10')],
      ['dispatch.1', undefined, at('11-20T15:10')],
    ]);
  });

  it('a minute after the due minute is late', () => {
    expect(tell(reported(), jia, 'accept', at('11-20T11:10') + 59_999).case.clocks[0]?.outcome).toBe('met');
    expect(tell(reported(), jia, 'accept', '11-20T11:11').case.clocks[0]?.outcome).toBe('late');
  });

  it.each([
    ['a body', chengguan],
    ['the public', anybody],
    ['another desk', people.elsewhere],
    ['the desk above', streetClerk],
  ])('is not %s', (_who, actor) => {
    expect(refused(reported(), actor, 'accept')).toBe('notYours');
  });

  it('does nothing in the past', () => {
    expect(refused(reported(), jia, 'accept', '11-20T09:09')).toBe('timeBackwards');
  });
});

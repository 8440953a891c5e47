import { describe, expect, it } from 'vitest';
import { accepted, closed, deferred, dispatched, done, handled, handling, summoned } from '../testing/paths.ts';
import { filed, filedByStaff, type Play, refused, tell, wait } from '../testing/play.ts';
import { anybody, at, org, people, reporterOf } from '../testing/town.ts';

const { jia, yi, assessor, gridWorker, chengguan, chengguan2, shijian, jiaojing } = people;
const clock = ({ case: found }: Play, id: string) => found.clocks.find((one) => one.id === id);

describe('the contact clock', () => {
  it('begins with the first acknowledgement and never again', () => {
    const play = tell(dispatched([org('shijian')]), shijian, 'acknowledge', '11-20T10:00');
    const both = tell(play, chengguan, 'acknowledge', '11-20T10:05');
    expect(both.case.clocks.filter(({ stage }) => stage === 'contact').map(({ dueAt }) => dueAt)).toEqual([
      at('11-21T10:00'),
    ]);
  });

  it('begins with the first report-in of a summons', () => {
    expect(clock(tell(summoned(), shijian, 'reportIn', '11-20T15:05'), 'contact.1')?.dueAt).toBe(at('11-21T15:05'));
  });

  it('is met by whoever contacts, and lives on after closing', () => {
    const late = tell(closed(), chengguan, { type: 'contact', note: '已联系' }, '11-25T10:00');
    expect(clock(late, 'contact.1')?.outcome).toBe('late');
    const soon = tell(handling(), jia, { type: 'contact', note: '已联系' }, '11-20T11:00');
    expect([clock(soon, 'contact.1')?.outcome, soon.case.contactedAt]).toEqual(['met', at('11-20T11:00')]);
  });

  it('is met at once where the desk had called before', () => {
    const called = tell(accepted(), jia, { type: 'contact', note: '已联系' });
    const play = tell(
      tell(called, jia, { type: 'dispatch', lead: org('chengguan'), supporting: [] }),
      chengguan,
      'acknowledge',
    );
    expect(clock(play, 'contact.1')?.outcome).toBe('met');
  });

  it('there is none for a resident who left neither number nor address', () => {
    const anonymous = tell(filed({ reporter: { kind: 'resident' } }), jia, 'accept', '11-20T09:30');
    const sent = tell(anonymous, jia, { type: 'dispatch', lead: org('chengguan'), supporting: [] });
    const taken = tell(sent, chengguan, 'acknowledge');
    expect(taken.case.clocks.some(({ stage }) => stage === 'contact')).toBe(false);
  });

  it('there is none for a staff report, and nobody to contact', () => {
    const play = tell(tell(filedByStaff(), jia, 'accept'), jia, 'assignToDesk');
    expect(play.case.clocks.some(({ stage }) => stage === 'contact')).toBe(false);
    expect(refused(play, jia, { type: 'contact', note: '…' })).toBe('nobodyToAsk');
  });

  it('passes to the next body when the one that owed it gave the case back', () => {
    const asked = tell(handling(), chengguan, { type: 'handBack', reason: '不归我们' });
    const back = tell(asked, jia, { type: 'judge', ask: 'ask.1', upheld: true, words: '是' });
    const sent = tell(back, jia, { type: 'dispatch', lead: org('shijian'), supporting: [] });
    const taken = tell(sent, shijian, 'acknowledge', '11-20T11:00');
    expect(clock(taken, 'contact.1')).toMatchObject({ owner: org('shijian'), dueAt: at('11-21T10:05') });
  });
});

describe('working', () => {
  it('is answered once, before anything else', () => {
    expect(refused(dispatched(), chengguan, done)).toBe('notInThisState');
    expect(refused(summoned(), chengguan, done)).toBe('notAnsweredYet');
    expect(refused(summoned(), chengguan, 'moving')).toBe('notAnsweredYet');
    expect(refused(handling(), chengguan, 'acknowledge')).toBe('alreadyAnswered');
    expect(refused(summoned(), chengguan, 'acknowledge')).toBe('alreadyAnswered');
  });

  it('moves, then arrives, each once', () => {
    const moving = tell(handling(), chengguan, 'moving', '11-20T10:06');
    const there = tell(moving, chengguan, 'arrived', '11-20T10:12');
    expect(there.case.workOrders[0]).toMatchObject({ movingAt: at('11-20T10:06'), arrivedAt: at('11-20T10:12') });
    expect([
      refused(moving, chengguan, 'moving'),
      refused(there, chengguan, 'moving'),
      refused(there, chengguan, 'arrived'),
    ]).toEqual(['alreadyAnswered', 'alreadyAnswered', 'alreadyAnswered']);
    expect(tell(handling(), chengguan, 'arrived').case.workOrders[0]?.arrivedAt).toBeDefined();
  });

  it('passes inside the body: restarts nothing, and who takes it may not verify', () => {
    const play = tell(handling(), chengguan, { type: 'transfer', to: '乙' });
    expect(play.case.workOrders[0]?.assignee).toBe('乙');
    expect(play.case.clocks).toEqual(handling().case.clocks);
    expect(refused(tell(play, chengguan2, done), yi, { type: 'verify', pass: true, note: '', photos: [] })).toBe(
      'ownWork',
    );
  });

  it('a case is finished when every body that was not excused has finished', () => {
    const all = [chengguan, shijian, jiaojing].reduce(
      (play, actor) => tell(play, actor, 'reportIn', '11-20T15:00'),
      summoned(),
    );
    const two = [chengguan, shijian].reduce((play, actor) => tell(play, actor, done, '11-25T11:00'), all);
    expect(two.case.state).toBe('handling');
    const last = tell(two, jiaojing, done, '11-26T10:00');
    expect(last.case).toMatchObject({ state: 'handled', finishedAt: at('11-26T10:00') });
    expect(['result.1', 'result.3'].map((id) => clock(last, id)?.outcome)).toEqual(['met', 'late']);
  });

  it('done at the due instant is in time, even within its minute', () => {
    const due = at('11-25T18:00');
    const [one] = [summoned([org('chengguan')])].map((play) => tell(play, chengguan, 'reportIn'));
    if (!one) throw new Error('unreachable');
    expect(clock(tell(wait(one, due + 30_000), chengguan, done), 'result.1')?.outcome).toBe('met');
    expect(clock(tell(wait(one, due + 60_000), chengguan, done), 'result.1')?.outcome).toBe('late');
  });

  it('somebody who stands for two bodies says which, unless only one fits', () => {
    const both = { ...chengguan, posts: [...chengguan.posts, ...shijian.posts] } as typeof chengguan;
    const play = summoned();
    expect(refused(play, both, 'reportIn')).toBe('workOrderUnclear');
    const one = tell(play, both, { type: 'reportIn', workOrder: 'wo.2' });
    expect(tell(one, both, 'reportIn').case.workOrders.map(({ state }) => state)).toEqual([
      'working',
      'working',
      'sent',
    ]);
    expect(refused(play, both, { type: 'reportIn', workOrder: 'wo.3' })).toBe('unknownWorkOrder');
  });

  it('nobody works on what is deferred', () => {
    expect(refused(deferred(), chengguan, done)).toBe('notInThisState');
  });
});

describe('notes', () => {
  const note = (seen: boolean) => ({ type: 'note', text: '说明', public: seen, photos: [] }) as const;

  it('for the reporter are an answer', () => {
    expect(tell(dispatched(), chengguan, note(true)).case.answeredAt).toBe(dispatched().now);
    expect(tell(dispatched(), chengguan, note(false)).case.answeredAt).toBeUndefined();
    expect(tell(handled(), chengguan, note(true)).case.answeredAt).toBeDefined();
  });

  it('of staff around stay internal, and whoever only reads writes none', () => {
    const tried = [gridWorker, assessor].map((who) =>
      [true, false].map((open) => refused(handling(), who, note(open))),
    );
    expect(tried).toEqual([
      ['notYours', undefined],
      ['notYours', 'notYours'],
    ]);
  });

  it('of the reporter they can read themselves, and are no answer', () => {
    const play = tell(dispatched(), reporterOf('case-1'), note(false));
    expect(play.events.at(-1)).toMatchObject({ type: 'noted', public: true, by: { kind: 'reporter' } });
    expect(play.case.answeredAt).toBeUndefined();
  });

  it('are nothing for the public', () => {
    expect(refused(handling(), anybody, note(false))).toBe('notYours');
  });
});

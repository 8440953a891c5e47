import { describe, expect, it } from 'vitest';
import { bodyKey } from './body.ts';
import { firstOwed, nextClock, owingBodies } from './current-clock.ts';
import { closed, handling, summoned } from './testing/paths.ts';
import { type Play, tell } from './testing/play.ts';
import { org, people, reporterOf } from './testing/town.ts';

const { chengguan } = people;
const owing = ({ case: found }: Play) => owingBodies(found).map(bodyKey).toSorted();

describe('who owes something now', () => {
  it('is the owner, whoever has to judge, and nobody once it is over', () => {
    expect(owing(handling())).toContain('org:chengguan');
    const asked = tell(handling(), chengguan, { type: 'handBack', reason: '不属我们管' }, '11-20T11:00');
    expect(owing(asked).filter((key) => key.startsWith('desk:'))).toHaveLength(1);
    expect(owingBodies({ ...closed().case, clocks: [] })).toEqual([]);
  });

  it('is every body summoned that has not answered', () => {
    expect(owing(summoned([org('chengguan'), org('shijian')]))).toEqual(
      expect.arrayContaining(['org:chengguan', 'org:shijian']),
    );
  });

  it('of a closed case is the desk asked to reopen it, with its clock as the next step', () => {
    const over = closed();
    expect(nextClock(over.case)).toBeUndefined();
    const asked = tell(over, reporterOf('case-1'), { type: 'askReopening', reason: '又坏了' }, '11-25T10:00');
    expect(nextClock(asked.case)).toMatchObject({ stage: 'judge' });
    expect(owing(asked).some((key) => key.startsWith('desk:'))).toBe(true);
  });
});

describe('what a body owes first', () => {
  it('is to report in, long before the matter itself is due; nothing of somebody else', () => {
    const { case: found } = summoned([org('chengguan'), org('shijian')]);
    const own = firstOwed(found, (body) => bodyKey(body) === 'org:shijian');
    expect(own).toMatchObject({ stage: 'reportIn', owner: org('shijian') });
    expect(own?.dueAt).toBeLessThanOrEqual(nextClock(found)?.dueAt ?? 0);
    expect(firstOwed(found, () => false)).toBeUndefined();
    expect(firstOwed(closed().case, () => true)).toBeUndefined();
  });
});

import { fileCase } from '@gezhi/contract/cases/index';
import { describe, expect, it } from 'vitest';
import { blankReport, lackOf, reportBody } from './report-values.ts';

const id = '0198c0de-0000-7000-8000-000000000001';

describe('a report from the field', () => {
  it('is what the contract takes, with and without a place, solved or not', () => {
    const least = { ...blankReport, description: ' 路灯不亮 ' };
    const most = {
      ...least,
      category: '01020401',
      point: [109.6, 23.1] as const,
      address: '3栋',
      urgent: true,
      solved: true,
      note: '换了灯泡',
    };
    expect(fileCase.parse(reportBody(least, [], []))).toMatchObject({
      description: '路灯不亮',
      channel: 'field',
      place: {},
    });
    expect(fileCase.parse(reportBody(most, [id], [id]))).toMatchObject({
      photos: [id],
      urgency: 'urgent',
      place: { point: [109.6, 23.1], address: '3栋' },
      solved: { note: '换了灯泡', photos: [id] },
    });
  });

  it('does not carry a note of a solution that was ticked off again', () => {
    expect(reportBody({ ...blankReport, description: 'x', note: '换了' }, [], [id])).not.toHaveProperty('solved');
  });

  it('needs words or a photo, and for a solution how', () => {
    expect(lackOf(blankReport, 0)).toBe('words');
    expect(lackOf(blankReport, 1)).toBeUndefined();
    expect(lackOf({ ...blankReport, solved: true }, 1)).toBe('note');
  });
});

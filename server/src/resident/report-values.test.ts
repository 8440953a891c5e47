import { describe, expect, it } from 'vitest';
import { readReport, writeReport } from './report-values.ts';
import { writePlace } from './chosen-place.ts';

const id = '0198c0de-0000-7000-8000-000000000001';

describe('a report in a form', () => {
  it('is the same after a page carried it on', () => {
    const fields = new Map([
      ['description', ['路灯\r\n不亮']],
      ['category', ['01020401']],
      ['place', ['450802001013|109.6|23.1|荷城']],
      ['address', ['3栋']],
      ['photo', [id, 'not-an-id']],
      ['phone', ['13800138000']],
      ['name', ['李']],
      ['onBehalf', ['1']],
      ['hide', ['1']],
      ['key', ['k1']],
      ['shown', ['1.x']],
    ]);
    const values = readReport(fields);
    expect(values).toMatchObject({
      description: '路灯\n不亮',
      photos: [id],
      onBehalf: true,
      hide: true,
      complaint: false,
    });
    const carried = new Map<string, string[]>();
    for (const [name, value] of writeReport(values, values.place ? writePlace(values.place) : '')) {
      carried.set(name, [...(carried.get(name) ?? []), value]);
    }
    expect(readReport(carried)).toEqual(values);
  });

  it('keeps nine photos at most', () => {
    expect(readReport(new Map([['photo', Array.from({ length: 12 }, () => id)]])).photos).toHaveLength(9);
  });
});

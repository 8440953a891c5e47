import { describe, expect, it } from 'vitest';
import { markOf } from '../push/device.ts';
import { alertOf, caseToOpen, shownAs } from './alert.ts';

const id = '01900000-0000-7000-8000-00000000abcd';
const sent = { id: 'n1', caseId: id, title: '格治 · 外勤', text: '新工单待签收：路灯不亮（2026-1）', lang: 'zh-CN' };

describe('an alert on the phone', () => {
  it('is shown once for a notice, and knows its case', () => {
    const alert = alertOf(JSON.stringify(sent));
    expect(alert).toEqual(sent);
    expect(alert && shownAs(alert)).toMatchObject({ body: sent.text, tag: 'n1', data: { open: id } });
    expect(caseToOpen(alert && shownAs(alert).data)).toBe(id);
  });

  it.each(['', 'x', 'null', '[]', '{}', JSON.stringify({ ...sent, caseId: 7 })])('is not made of %j', (text) => {
    expect(alertOf(text)).toBeUndefined();
  });

  it.each([undefined, 'takeOver', {}, { open: 3 }, { open: '../../desk' }, { open: `${id}/../x` }])(
    'opens nothing for %j',
    (data) => {
      expect(caseToOpen(data)).toBeUndefined();
    },
  );
});

it('a device has the same name here as on the server', async () => {
  expect(await markOf('https://push.example.org/1')).toBe('Vy7T27PJN_Q0To7s3-1qEiyH0c-NA-byEYEpZq8_9Tk');
});

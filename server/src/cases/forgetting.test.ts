import { defaultSettings } from '@gezhi/domain/rules/index';
import { describe, expect, test } from 'vitest';
import { openTestDatabase } from '../database/testing.ts';
import { openForEach, openOnce } from '../testing.ts';
import { auditCases } from './audit.ts';
import { forgetContacts } from './forget-contacts.ts';
import { county, openCases, type StaffName } from './testing.ts';

const db = openOnce(openTestDatabase);
const server = openForEach(async () => {
  await db.clear();
  return openCases(db);
});

const contact = { phone: '13800138000', name: '韦佳' };
const reveal = (id: string) =>
  server.call('jia', 'POST', `/api/cases/${id}/reveal`, { field: 'phone', purpose: '约上门时间' });
const erase = async (who: StaffName, id: string) => {
  const answer = await server.call(who, 'POST', `/api/cases/${id}/erasures`, { reason: '本人要求' });
  return { status: answer.statusCode, code: answer.json().code };
};
const record = () =>
  db.asOwner((owner) => owner.query("select person, purpose from reveal_log where what = 'erased' order by at"));

describe('a reporter who asks to be forgotten', () => {
  test('is, for good and on the record, and every chain still verifies', async () => {
    const { id } = await server.report({ contact });
    expect((await reveal(id)).json()).toMatchObject({ value: '+8613800138000' });
    expect(await erase('jia', id)).toEqual({ status: 403, code: 'access.forbidden' });
    expect((await reveal(id)).statusCode).toBe(200);
    expect(await erase('admin', id)).toEqual({ status: 200, code: undefined });
    expect((await reveal(id)).json()).toMatchObject({ status: 410, code: 'contact.gone' });
    expect((await server.call('jia', 'GET', `/api/cases/${id}`)).json().reporter).toEqual({
      kind: 'resident',
      contact: 'erased',
    });
    expect(await erase('admin', id)).toEqual({ status: 410, code: 'contact.gone' });
    expect((await record()).map(({ purpose }) => purpose)).toEqual(['本人要求']);
    expect(await auditCases(server.deps, [county])).toMatchObject({ cases: 1, broken: [] });
  });

  test('left nothing to forget, or reported what is not there', async () => {
    const { id } = await server.report({});
    expect(await erase('admin', id)).toEqual({ status: 404, code: 'contact.notFound' });
    expect(await erase('admin', '01890000-0000-7000-8000-000000000000')).toEqual({
      status: 404,
      code: 'case.notFound',
    });
  });
});

test('what was left with a case is forgotten so many days after its end, and not before', async () => {
  const { contactDays } = defaultSettings.retention;
  const ended = await server.report({ contact });
  const open = await server.report({ contact });
  await server.call(undefined, 'POST', `/api/follow/${ended.followCode}/commands`, {
    type: 'withdraw',
    reason: '好了',
  });
  const days = (n: number) => new Date(Date.parse('2026-11-20T09:10+08:00') + n * 86_400_000);
  await server.deps.clock.set(days(contactDays).getTime() - 1000, false);
  expect(await forgetContacts(server.deps)).toBe(0);
  expect((await reveal(ended.id)).statusCode).toBe(200);
  await server.deps.clock.set(days(contactDays).getTime() + 1000, false);
  expect(await forgetContacts(server.deps)).toBe(1);
  expect((await reveal(ended.id)).statusCode).toBe(410);
  expect((await reveal(open.id)).statusCode).toBe(200);
  expect(await record()).toEqual([{ person: 'retention', purpose: 'retention' }]);
  expect(await forgetContacts(server.deps)).toBe(0);
});

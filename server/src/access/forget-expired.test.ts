import { expect, it } from 'vitest';
import { openOnce } from '../testing.ts';
import { forgetExpired } from './forget-expired.ts';
import { community, county, openServer } from './testing.ts';

const at = openOnce(() => openServer());

const counts = () =>
  at.db.asOwner((owner) =>
    owner.query(`select (select count(*) from auth.session) as sessions, (select count(*) from auth.one_time_link) as links,
      (select count(*) from phone_verification) as codes, (select count(*) from auth.code_taken) as taken`),
  );

it('deletes what is past its time, and nothing else', async () => {
  const administrator = await at.enrolled('administrator', county);
  const { id } = await at.person('新人', community);
  await administrator.post('/api/accounts', { person: id, username: 'someone.new' });
  await at.browser().post('/api/phone-verifications', { phone: '13800138000' });
  await forgetExpired(at.deps);
  expect(await counts()).toEqual([{ sessions: 1, links: 1, codes: 1, taken: 1 }]);
  await at.db.asOwner((owner) => owner.query(`update auth.session set "expiresAt" = now() - interval '1 second'`));
  await at.db.asOwner((owner) => owner.query("update auth.code_taken set at = now() - interval '2 days'"));
  await at.setClock('2026-11-28T09:00:00+08:00');
  await forgetExpired(at.deps);
  expect(await counts()).toEqual([{ sessions: 0, links: 0, codes: 0, taken: 0 }]);
});

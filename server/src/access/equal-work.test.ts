import type * as Argon2 from '@node-rs/argon2';
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { openOnce } from '../testing.ts';
import { community, county, openServer } from './testing.ts';

let runs = 0;
vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof Argon2>();
  return {
    ...real,
    hash: (...given: Parameters<typeof real.hash>) => {
      runs += 1;
      return real.hash(...given);
    },
    verify: (...given: Parameters<typeof real.verify>) => {
      runs += 1;
      return real.verify(...given);
    },
  };
});

const at = openOnce(() => openServer());
beforeAll(async () => {
  await at.accounts([{ username: 'known', name: '甲', role: 'grid-worker', area: community }]);
  const administrator = await at.enrolled('administrator', community);
  const { id } = await at.person('乙', community);
  await administrator.post('/api/accounts', { person: id, username: 'invited' });
});
beforeEach(() => {
  runs = 0;
});

// The time of signing in is that of one argon2id: who exists cannot be told by a stopwatch.
it.each(['known', 'unknown', 'invited', ' ', '李', 'a'.repeat(80)])('costs one hash for %j', async (username) => {
  const answer = await at.browser().signIn(username, 'wrong password');
  if (username.trim() !== '') expect(answer.body).toMatchObject({ code: 'signIn.wrong' });
  expect(runs).toBe(username.trim() === '' ? 0 : 1);
});

it('has an invited account to look at', async () => {
  const rows = await at.db.transaction({ county, system: true }, (trx) =>
    trx.selectFrom('account').select('state').where('username', '=', 'invited').execute(),
  );
  expect(rows).toEqual([{ state: 'invited' }]);
});

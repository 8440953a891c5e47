import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { community, openServer, type Server } from './testing.ts';

let runs = 0;
vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof import('@node-rs/argon2')>();
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

let at: Server;
beforeAll(async () => {
  at = await openServer();
  await at.accounts([{ username: 'known', name: '甲', role: 'grid-worker', area: community }]);
  const administrator = await at.staff('community-clerk', community);
  await at.post(administrator.person, 'dispatcher', { area: community });
  const person = await at.person('乙', community);
  const { inviteAccount } = await import('./invite-account.ts');
  const actor = {
    kind: 'staff',
    county: '450802',
    person: administrator.person,
    name: '管',
    posts: [{ id: 'x', role: 'administrator', area: '450802', permissions: ['account.manage'] }],
  } as const;
  await inviteAccount(at.deps, actor, { person: person.id, username: 'invited' });
});
afterAll(() => at.close());
beforeEach(() => {
  runs = 0;
});

// The time of signing in is that of one argon2id: who exists cannot be told by a stopwatch.
it.each(['known', 'unknown', 'invited', ' ', '李', 'a'.repeat(80)])('costs one hash for %j', async (username) => {
  const answer = await at.browser().signIn(username, 'wrong password');
  if (username.trim() !== '') expect(answer.body).toMatchObject({ code: 'signIn.wrong' });
  expect(runs).toBe(username.trim() === '' ? 0 : 1);
});

import { describe, expect, it } from 'vitest';
import { isRefusal } from '../refusal.ts';
import { openOnce } from '../testing.ts';
import { createFromConsole, resetFromConsole, unlockFromConsole } from './index.ts';
import { county, granted, openServer, street } from './testing.ts';

const at = openOnce(() => openServer());

const codeOf = (result: unknown) => (isRefusal(result) ? result.code : 'granted');
const secretOf = (link: string) => link.split('/').at(-1) ?? '';
const fresh = '一个 全新的 口令 7';

const create = (username: string, more: object = {}) =>
  createFromConsole(at.deps, { county, name: '新管理员', username, role: 'small-grid-chief', area: street, ...more });

describe('an account made from the machine itself', () => {
  it('begins with a link, signs in with its post, and is on the record', async () => {
    const made = granted(await create('console.one'));
    expect(made.link).toMatch(/\/invite\//);
    const own = at.browser();
    expect((await own.post(`/api/links/${secretOf(made.link)}`, { password: fresh })).status).toBe(204);
    const signedIn = await own.signIn('console.one', fresh);
    expect(signedIn.status).toBe(200);
    expect(JSON.stringify(signedIn.body)).toContain('small-grid-chief');
    const acts = await at.db.asOwner((owner) =>
      owner.query("select act, by_person, reason from account_act where username = 'console.one' order by at, id"),
    );
    expect(acts[0]).toEqual({ act: 'invited', by_person: null, reason: 'gezhi user' });
  });

  it('is refused where the name is taken or the role unknown, and nothing stays', async () => {
    granted(await create('console.two'));
    expect(codeOf(await create('console.two'))).toBe('username.taken');
    expect(codeOf(await create('console.three', { role: 'emperor' }))).toBe('role.unknown');
    const people = await at.db.asOwner((owner) =>
      owner.query("select 1 from account where username = 'console.three'"),
    );
    expect(people).toEqual([]);
  });
});

describe('an account of old', () => {
  it('gets a new password by a link, and is unlocked after too many wrong tries', async () => {
    const made = granted(await create('console.four'));
    await at.browser().post(`/api/links/${secretOf(made.link)}`, { password: fresh });
    for (let tries = 0; tries < 12; tries += 1) await at.browser().signIn('console.four', 'wrong password 1');
    expect((await at.browser().signIn('console.four', fresh)).status).toBe(429);
    expect(codeOf(await unlockFromConsole(at.deps, 'console.four'))).toBe('granted');
    expect((await at.browser().signIn('console.four', fresh)).status).toBe(200);
    const reset = granted(await resetFromConsole(at.deps, 'Console.Four'));
    const newer = `${fresh} 再改`;
    expect((await at.browser().post(`/api/links/${secretOf(reset.link)}`, { password: newer })).status).toBe(204);
    expect((await at.browser().signIn('console.four', newer)).status).toBe(200);
  });

  it('must be there', async () => {
    expect(codeOf(await resetFromConsole(at.deps, 'nobody'))).toBe('account.notFound');
    expect(codeOf(await unlockFromConsole(at.deps, 'nobody'))).toBe('account.notFound');
  });
});

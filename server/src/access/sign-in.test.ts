import { describe, expect, it } from 'vitest';
import { newId } from '../new-id.ts';
import { openOnce } from '../testing.ts';
import { community, county, openServer, password, street } from './testing.ts';

const at = openOnce(() => openServer());

/** What an answer says, without what names this one request. */
const said = ({ status, body }: { status: number; body: Record<string, unknown> }) => {
  const { requestId: _id, instance: _instance, ...rest } = body;
  return { status, ...rest };
};

describe('signing in', () => {
  it('opens a session in a cookie that scripts and other sites cannot use', async () => {
    await at.accounts([{ username: 'li.ming', name: '李明', role: 'community-clerk', area: community }]);
    const browser = at.browser();
    const answer = await browser.signIn(' Li.Ming ');
    expect(answer).toMatchObject({
      status: 200,
      body: { username: 'li.ming', county, person: { name: '李明' }, mustEnrol: false, secondFactor: false },
    });
    expect(answer.cookies).toHaveLength(1);
    expect(answer.cookies[0]).toMatch(/HttpOnly/);
    expect(answer.cookies[0]).toMatch(/SameSite=Lax/);
    const { body } = await browser.get('/api/session');
    expect(body).toMatchObject({ posts: [{ role: 'community-clerk', area: community }] });
    expect(body['permissions']).toContain('case.desk');
    expect((await browser.get('/api/people')).status).toBe(200);
  });

  it('ends with signing out, also for a copy of the cookie', async () => {
    const browser = await at.staff('community-clerk', community);
    const copy = browser.copy();
    expect((await copy.get('/api/session')).status).toBe(200);
    expect((await browser.delete('/api/session')).status).toBe(204);
    expect((await browser.get('/api/session')).status).toBe(401);
    expect((await copy.get('/api/session')).status).toBe(401);
    expect((await at.browser().delete('/api/session')).status).toBe(204);
  });

  it('takes no cookie but its own', async () => {
    const { cookie } = await at.staff('community-clerk', community);
    const [name = '', value = ''] = cookie().split('=');
    const token = decodeURIComponent(value).split('.')[0] ?? '';
    const forged = [
      `${name}=${token}`,
      `${name}=${token}.`,
      `${name}=${token}.${'A'.repeat(43)}%3D`,
      `${name}=%`,
      `${name}=.`,
      name,
    ];
    for (const header of forged) expect((await at.browser().get('/api/session', { cookie: header })).status).toBe(401);
    expect((await at.browser().get('/api/session', { cookie: cookie() })).status).toBe(200);
  });

  it('says the same of a wrong name and a wrong password', async () => {
    await at.accounts([{ username: 'wang', name: '王', role: 'grid-worker', area: community }]);
    const wrong = said(await at.browser().signIn('wang', 'not the password'));
    const unknown = said(await at.browser().signIn('nobody-there', 'not the password'));
    expect(wrong).toMatchObject({ status: 401, code: 'signIn.wrong' });
    expect(unknown).toEqual(wrong);
  });
});

describe('too many wrong tries', () => {
  it.each(['known', 'unknown'])('lock a name that is %s for 15 minutes', async (which) => {
    const username = `${which}.${newId().slice(-6)}`;
    if (which === 'known') await at.accounts([{ username, name: '赵', role: 'grid-worker', area: community }]);
    await at.setClock('2026-11-20T09:00:00+08:00');
    for (let n = 0; n < 5; n += 1) expect((await at.browser().signIn(username, 'wrong')).status).toBe(401);
    const locked = await at.browser().signIn(username);
    expect(said(locked)).toMatchObject({ status: 429, code: 'signIn.tooMany' });
    expect(String(locked.body['detail'])).toContain('15 分钟');
    await at.setClock('2026-11-20T09:14:59+08:00');
    expect((await at.browser().signIn(username.toUpperCase())).status).toBe(429);
    await at.setClock('2026-11-20T09:15:00+08:00');
    expect((await at.browser().signIn(username)).status).toBe(which === 'known' ? 200 : 401);
    await at.setClock('2026-11-20T09:00:00+08:00');
  });

  it('are no more when they come all at once', async () => {
    const username = `rush.${newId().slice(-6)}`;
    await at.accounts([{ username, name: '钱', role: 'grid-worker', area: community }]);
    const answers = await Promise.all(Array.from({ length: 20 }, () => at.browser().signIn(username, 'wrong')));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(15);
  });

  it('are forgotten by a good one', async () => {
    const username = `good.${newId().slice(-6)}`;
    await at.accounts([{ username, name: '孙', role: 'grid-worker', area: community }]);
    for (let round = 0; round < 3; round += 1) {
      for (let n = 0; n < 4; n += 1) await at.browser().signIn(username, 'wrong');
      expect((await at.browser().signIn(username)).status).toBe(200);
    }
  });
});

describe('rights', () => {
  it('begin and end with a post, at once', async () => {
    const administrator = await at.enrolled('administrator', county);
    const clerk = await at.staff('grid-worker', community);
    expect((await clerk.get('/api/reveals')).status).toBe(403);
    const given = { person: clerk.person, role: 'assessor', area: street };
    const post = await administrator.post('/api/posts', given);
    expect(post.status).toBe(201);
    expect((await clerk.get('/api/reveals')).status).toBe(200);
    const { rows } = (await administrator.get(`/api/posts?person=${clerk.person}`)).body as { rows: { id: string }[] };
    expect(rows).toHaveLength(2);
    for (const { id } of rows) {
      expect((await administrator.post(`/api/posts/${id}/end`, { reason: '调离' })).status).toBe(200);
    }
    expect((await clerk.get('/api/reveals')).status).toBe(403);
    expect((await clerk.get('/api/people')).status).toBe(403);
    expect((await clerk.get('/api/session')).body).toMatchObject({ posts: [], permissions: [] });
  });

  it('end by the clock, without anybody doing anything', async () => {
    const clerk = await at.staff('grid-worker', community);
    const scope = { county, system: true } as const;
    await at.db.transaction(scope, (trx) =>
      trx
        .updateTable('post')
        .set({ to_at: '2026-11-20T10:00:00+08:00' })
        .where('county', '=', county)
        .where('person', '=', clerk.person)
        .execute(),
    );
    at.deps.identities.forget();
    expect((await clerk.get('/api/people')).status).toBe(200);
    await at.setClock('2026-11-20T10:00:00+08:00');
    expect((await clerk.get('/api/people')).status).toBe(403);
    await at.setClock('2026-11-20T09:00:00+08:00');
  });
});

describe('the own password', () => {
  it('is changed with the old one, and other sessions end', async () => {
    const clerk = await at.staff('community-clerk', community);
    const elsewhere = at.browser();
    await elsewhere.signIn(clerk.username);
    const change = (current: string, next: string) => clerk.put('/api/session/password', { current, next });
    expect((await change('wrong', 'a new long password')).body).toMatchObject({
      status: 403,
      code: 'password.forbidden',
    });
    expect((await change(password, 'short')).body).toMatchObject({ status: 422, code: 'password.short' });
    expect((await change(password, '1234567890')).body).toMatchObject({ status: 422, code: 'password.common' });
    expect((await change(password, 'a new long password')).status).toBe(204);
    expect((await clerk.get('/api/session')).status).toBe(200);
    expect((await elsewhere.get('/api/session')).status).toBe(401);
    expect((await at.browser().signIn(clerk.username)).status).toBe(401);
    expect((await at.browser().signIn(clerk.username, 'ａ new long password')).status).toBe(200);
  });

  it('cannot be guessed through a session left open', async () => {
    const clerk = await at.staff('community-clerk', community);
    for (let n = 0; n < 5; n += 1)
      await clerk.put('/api/session/password', { current: `guess ${n}`, next: 'a new long password' });
    expect((await clerk.put('/api/session/password', { current: password, next: 'a new long password' })).status).toBe(
      429,
    );
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../new-id.ts';
import { openOnce } from '../testing.ts';
import { type Browser, community, county, openServer, password, type Server, street } from './testing.ts';

type Staff = Awaited<ReturnType<Server['enrolled']>>;

const at = openOnce(() => openServer());
let administrator: Staff;
let streetAdministrator: Staff;
beforeAll(async () => {
  administrator = await at.enrolled('administrator', county);
  streetAdministrator = await at.enrolled('administrator', street);
});

const tokenIn = (link: unknown) => String(link).split('/').at(-1) ?? '';
const accountOf = async (username: string) => {
  const row = await at.db.transaction({ county, system: true }, (trx) =>
    trx.selectFrom('account').selectAll().where('username', '=', username).executeTakeFirstOrThrow(),
  );
  return row.id;
};

async function invited(by: Browser, area = community) {
  const { id } = await at.person('新人', area);
  const username = `new.${newId().slice(-8)}`;
  const answer = await by.post('/api/accounts', { person: id, username });
  return { answer, username, person: id, token: tokenIn(answer.body['link']) };
}

describe('an invitation', () => {
  it('lets the invited set their own password, once', async () => {
    const { answer, username, person, token } = await invited(streetAdministrator);
    expect(answer).toMatchObject({ status: 201, body: { expires: '2026-11-27T01:00:00.000Z' } });
    expect(String(answer.body['link'])).toMatch(/^http:\/\/[^/]+\/invite\/[\w-]{32}$/);
    expect((await at.browser().signIn(username)).status).toBe(401);
    const guest = at.browser();
    expect((await guest.get(`/api/links/${token}`)).body).toMatchObject({ kind: 'invitation', username, name: '新人' });
    const set = (typed: string) => guest.post(`/api/links/${token}`, { password: typed });
    expect((await set('1234567890')).body).toMatchObject({ status: 422, code: 'password.common' });
    expect((await set(`${username} and more`)).body).toMatchObject({ code: 'password.likeUsername' });
    const both = await Promise.all([set(password), set(password)]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 410]);
    expect((await guest.get(`/api/links/${token}`)).body).toMatchObject({ status: 410, code: 'link.gone' });
    expect((await guest.signIn(username)).body).toMatchObject({ person: { id: person }, posts: [], permissions: [] });
    const [stored] = await at.db.asOwner((owner) =>
      owner.query('select hash from auth.one_time_link where account = $1', [answer.body['account']]),
    );
    expect(stored).toBeUndefined();
  });

  it('keeps of its link only a hash, ends after a week, and a new one replaces it', async () => {
    const { answer, token } = await invited(administrator);
    const rows = await at.db.asOwner((owner) =>
      owner.query('select hash from auth.one_time_link where account = $1', [answer.body['account']]),
    );
    expect(JSON.stringify(rows)).not.toContain(token);
    const again = await administrator.post(`/api/accounts/${String(answer.body['account'])}/invitation`);
    expect(again.status).toBe(201);
    expect((await at.browser().get(`/api/links/${token}`)).status).toBe(410);
    const fresh = tokenIn(again.body['link']);
    await at.setClock('2026-11-27T08:59:59+08:00');
    expect((await at.browser().get(`/api/links/${fresh}`)).status).toBe(200);
    await at.setClock('2026-11-27T09:00:00+08:00');
    expect((await at.browser().get(`/api/links/${fresh}`)).status).toBe(410);
    await at.setClock('2026-11-20T09:00:00+08:00');
  });

  it('is for one account a person, under a name nobody has', async () => {
    const { person, username } = await invited(administrator);
    const other = await at.person('另一人', community);
    const invite = (of: string, name: string) => administrator.post('/api/accounts', { person: of, username: name });
    expect((await invite(person, `x${username}`)).body).toMatchObject({ status: 409, code: 'account.exists' });
    expect((await invite(other.id, username.toUpperCase())).body).toMatchObject({
      status: 409,
      code: 'username.taken',
    });
    expect((await invite(other.id, 'a b')).body).toMatchObject({ status: 422, code: 'username.invalid' });
    expect((await invite(newId(), 'nobody')).body).toMatchObject({ status: 422, code: 'person.unknown' });
  });
});

describe('managing an account', () => {
  const act = (by: Browser, id: string, what: string, reason = '核对过身份') =>
    by.post(`/api/accounts/${id}/${what}`, { reason });

  it('stays within the area, and below one’s own posts', async () => {
    const outside = await at.person('别处', '450802002');
    expect(
      (await streetAdministrator.post('/api/accounts', { person: outside.id, username: 'outside' })).body,
    ).toMatchObject({ status: 403, code: 'account.elsewhere.forbidden' });
    const local = await at.staff('community-clerk', community);
    const id = await accountOf(local.username);
    expect((await act(streetAdministrator, id, 'unlock')).status).toBe(204);
    await at.post(local.person, 'commander', { area: county });
    expect((await act(streetAdministrator, id, 'password-reset')).body).toMatchObject({
      status: 403,
      code: 'account.elsewhere.forbidden',
    });
    expect((await act(administrator, id, 'password-reset')).status).toBe(201);
    const org = await at.organisation('公安分局');
    const officer = await at.staff('grid-worker', community);
    await at.post(officer.person, 'police-officer', { org: org.id });
    expect((await act(streetAdministrator, await accountOf(officer.username), 'lock')).status).toBe(403);
  });

  it('is nothing one does to oneself, and for administrators only', async () => {
    expect((await act(administrator, await accountOf(administrator.username), 'lock')).body).toMatchObject({
      code: 'account.own',
    });
    const clerk = await at.staff('community-clerk', community);
    expect((await act(clerk, await accountOf(administrator.username), 'lock')).status).toBe(403);
    expect((await act(at.browser(), await accountOf(administrator.username), 'lock')).status).toBe(401);
    expect((await act(administrator, newId(), 'lock')).status).toBe(404);
  });

  it('locks at once, and unlocks', async () => {
    const clerk = await at.staff('community-clerk', community);
    const id = await accountOf(clerk.username);
    const reset = await act(administrator, id, 'password-reset');
    expect((await act(streetAdministrator, id, 'lock', '借调离岗')).status).toBe(204);
    expect((await clerk.get('/api/people')).status).toBe(401);
    expect((await at.browser().signIn(clerk.username)).body).toMatchObject({ status: 403, code: 'signIn.forbidden' });
    expect((await at.browser().signIn(clerk.username, 'wrong')).body).toMatchObject({
      status: 401,
      code: 'signIn.wrong',
    });
    expect((await at.browser().post(`/api/links/${tokenIn(reset.body['link'])}`, { password })).status).toBe(410);
    expect((await act(administrator, id, 'password-reset')).body).toMatchObject({ code: 'account.locked' });
    expect((await act(administrator, id, 'unlock')).status).toBe(204);
    expect((await at.browser().signIn(clerk.username)).status).toBe(200);
  });

  it('opens a name that wrong tries locked', async () => {
    const clerk = await at.staff('community-clerk', community);
    for (let n = 0; n < 6; n += 1) await at.browser().signIn(clerk.username, 'wrong');
    expect((await at.browser().signIn(clerk.username)).status).toBe(429);
    const listed = await administrator.get(`/api/accounts?q=${clerk.username}`);
    expect(listed.body).toMatchObject({ rows: [{ lockedOutUntil: '2026-11-20T01:15:00.000Z', state: 'active' }] });
    expect((await act(administrator, await accountOf(clerk.username), 'unlock')).status).toBe(204);
    expect((await at.browser().signIn(clerk.username)).status).toBe(200);
  });

  it('hands over a link for a new password; sessions end when it is used', async () => {
    const clerk = await at.staff('community-clerk', community);
    const link = await act(administrator, await accountOf(clerk.username), 'password-reset', '本人忘记密码');
    expect(link).toMatchObject({ status: 201, body: { expires: '2026-11-20T03:00:00.000Z' } });
    expect(String(link.body['link'])).toContain('/reset/');
    expect((await clerk.get('/api/session')).status).toBe(200);
    const used = await at.browser().post(`/api/links/${tokenIn(link.body['link'])}`, { password: 'quite another one' });
    expect(used.status).toBe(204);
    expect((await clerk.get('/api/session')).status).toBe(401);
    expect((await at.browser().signIn(clerk.username)).status).toBe(401);
    expect((await at.browser().signIn(clerk.username, 'quite another one')).status).toBe(200);
  });
});

describe('a forgotten password', () => {
  const ask = (username: string) => at.browser().post('/api/password-resets', { username });

  it('is answered the same for everybody, and sends a link where an address is on record', async () => {
    const clerk = await at.staff('community-clerk', community);
    const scope = { county, system: true } as const;
    const person = await at.person('有邮箱', community, { email: 'clerk@example.cn' });
    await at.db.transaction(scope, (trx) =>
      trx
        .updateTable('person')
        .set({ subject: person.subject })
        .where('county', '=', county)
        .where('id', '=', clerk.person)
        .execute(),
    );
    const before = at.sent.length;
    const [known, unknown] = [await ask(clerk.username), await ask('nobody-at-all')];
    expect(known.status).toBe(202);
    expect([unknown.status, unknown.text]).toEqual([known.status, known.text]);
    await expect.poll(() => at.sent.length).toBe(before + 1);
    const message = at.sent.at(-1);
    expect(message).toMatchObject({ kind: 'email', to: 'clerk@example.cn', county });
    const token = /\/reset\/([\w-]+)/.exec(message?.text ?? '')?.[1];
    expect((await at.browser().post(`/api/links/${token}`, { password: 'a brand new one' })).status).toBe(204);
    expect((await at.browser().signIn(clerk.username, 'a brand new one')).status).toBe(200);
  });
});

describe('the list of accounts', () => {
  it('holds those of the own area, found by name, in pages and as a sheet', async () => {
    const far = await at.person('远处的人', '450802002');
    await administrator.post('/api/accounts', { person: far.id, username: 'far.away' });
    const seen = async (by: Browser, query: string) => {
      const { rows } = (await by.get(`/api/accounts?${query}`)).body as { rows: { username: string }[] };
      return rows.map(({ username }) => username);
    };
    expect(await seen(administrator, 'q=far')).toEqual(['far.away']);
    expect(await seen(administrator, `q=${encodeURIComponent('远处')}`)).toEqual(['far.away']);
    expect(await seen(administrator, 'state=invited&limit=200')).toContain('far.away');
    expect(await seen(streetAdministrator, 'limit=200')).not.toContain('far.away');
    expect(await seen(streetAdministrator, 'limit=200')).not.toContain(administrator.username);
    const sheet = await administrator.get('/api/accounts?format=csv');
    expect(sheet.text).toMatch(/^\uFEFF用户名,姓名,/);
    expect(sheet.text).toContain('far.away');
    expect(sheet.text).not.toContain('argon2');
  });
});

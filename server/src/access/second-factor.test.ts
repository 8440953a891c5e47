import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openOnce } from '../testing.ts';
import { authenticatorCode, community, county, openServer, password, type Server } from './testing.ts';

const at = openOnce(() => openServer());
beforeAll(() => {
  // Codes change every 30 seconds; here it is always the middle of one.
  vi.spyOn(Date, 'now').mockReturnValue(Math.floor(Date.now() / 30_000) * 30_000 + 15_000);
});
afterAll(() => {
  vi.restoreAllMocks();
});

const code = (
  browser: { post: Server['browser'] extends () => infer B ? (B extends { post: infer P } ? P : never) : never },
  text: string,
) => browser.post('/api/session/second-factor', { code: text });

describe('a post that asks for a second factor', () => {
  it('gives no right until it is set up', async () => {
    const commander = await at.staff('commander', county);
    expect((await commander.get('/api/session')).body).toMatchObject({ mustEnrol: true, posts: [], permissions: [] });
    expect((await commander.get('/api/people')).body).toMatchObject({ status: 403 });
    expect((await commander.post('/api/session/second-factor/enrolment', { password: 'wrong' })).status).toBe(403);
    const begun = await commander.post('/api/session/second-factor/enrolment', { password });
    const { uri, qr, backupCodes } = begun.body as { uri: string; qr: string; backupCodes: string[] };
    expect(uri).toContain(`:${commander.username}?`);
    expect(Buffer.from(qr.split(',')[1] ?? '', 'base64').toString()).toMatch(/^<svg/);
    expect(new Set(backupCodes).size).toBe(10);
    expect((await commander.get('/api/people')).status).toBe(403);
    const wrong = await commander.post('/api/session/second-factor/enrolment/confirm', { code: '000000' });
    expect(wrong.body).toMatchObject({ status: 401, code: 'secondFactor.wrong' });
    const confirm = { code: authenticatorCode(uri) };
    expect((await commander.post('/api/session/second-factor/enrolment/confirm', confirm)).body).toMatchObject({
      mustEnrol: false,
      secondFactor: true,
    });
    expect((await commander.get('/api/people')).status).toBe(200);
    expect((await commander.post('/api/session/second-factor/enrolment', { password })).body).toMatchObject({
      code: 'secondFactor.alreadySet',
    });
  });

  it('is asked of nobody in the demonstration', async () => {
    const demo = await openServer({ DEMO: '1' }, at.db);
    const commander = await demo.staff('commander', county);
    expect((await commander.get('/api/session')).body).toMatchObject({ mustEnrol: false });
    expect((await commander.get('/api/people')).status).toBe(200);
    await demo.close();
  });

  it('ends the sessions that began without one', async () => {
    const commander = await at.staff('commander', county);
    const other = at.browser();
    await other.signIn(commander.username);
    const { uri } = (await commander.post('/api/session/second-factor/enrolment', { password })).body as {
      uri: string;
    };
    await commander.post('/api/session/second-factor/enrolment/confirm', { code: authenticatorCode(uri) });
    expect((await other.get('/api/session')).status).toBe(401);
    expect((await commander.get('/api/session')).status).toBe(200);
  });
});

describe('signing in with a second factor', () => {
  it('takes two steps, and each code once', async () => {
    const { username, uri } = await at.enrolled('commander', county);
    const browser = at.browser();
    expect(await browser.signIn(username)).toMatchObject({ status: 202, body: { secondFactor: 'required' } });
    expect((await browser.get('/api/session')).status).toBe(401);
    expect((await code(browser, '000000')).body).toMatchObject({ status: 401, code: 'secondFactor.wrong' });
    const next = authenticatorCode(uri, 1);
    expect(await code(browser, `${next.slice(0, 3)} ${next.slice(3)}`)).toMatchObject({
      status: 200,
      body: { username },
    });
    expect((await browser.get('/api/people')).status).toBe(200);

    const onlooker = at.browser();
    await onlooker.signIn(username);
    expect((await code(onlooker, next)).body).toMatchObject({ status: 401, code: 'secondFactor.used' });
    expect((await code(onlooker, authenticatorCode(uri))).body).toMatchObject({ code: 'secondFactor.used' });
    expect((await code(onlooker, authenticatorCode(uri, -1))).status).toBe(200);
  });

  it('gives two who send one code at once one session', async () => {
    const { username, uri } = await at.enrolled('commander', county);
    const browsers = await Promise.all(
      [1, 2].map(async () => {
        const browser = at.browser();
        await browser.signIn(username);
        return browser;
      }),
    );
    const next = authenticatorCode(uri, 1);
    const answers = await Promise.all(browsers.map((browser) => code(browser, next)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 401]);
  });

  it('cannot begin with the second step, nor go on with a challenge used up', async () => {
    const { username, uri } = await at.enrolled('commander', county);
    expect((await code(at.browser(), authenticatorCode(uri, 1))).body).toMatchObject({
      status: 401,
      code: 'signIn.expired',
    });
    const browser = at.browser();
    await browser.signIn(username);
    const copy = browser.copy();
    expect((await code(browser, authenticatorCode(uri, 1))).status).toBe(200);
    expect((await code(copy, authenticatorCode(uri, -1))).body).toMatchObject({ code: 'signIn.expired' });
  });

  it('locks the name after five wrong codes', async () => {
    const { username } = await at.enrolled('commander', county);
    const browser = at.browser();
    await browser.signIn(username);
    for (let n = 0; n < 4; n += 1) expect((await code(browser, `00000${n}`)).status).toBe(401);
    expect((await code(browser, '000009')).body).toMatchObject({ status: 429, code: 'signIn.tooMany' });
    expect((await at.browser().signIn(username)).status).toBe(429);
  });

  it('takes a backup code once, on the record', async () => {
    const { username, backupCodes } = await at.enrolled('commander', county);
    const [first = '', second = ''] = backupCodes;
    const use = async (text: string) => {
      const browser = at.browser();
      await browser.signIn(username);
      return code(browser, text);
    };
    expect((await use(first)).status).toBe(200);
    expect((await use(first)).body).toMatchObject({ status: 401, code: 'secondFactor.wrong' });
    expect((await use(` ${second} `)).status).toBe(200);
    const acts = await at.db.transaction({ county, system: true }, (trx) =>
      trx.selectFrom('account_act').select('act').where('username', '=', username).orderBy('at').execute(),
    );
    expect(acts.map(({ act }) => act)).toEqual(['secondFactorSet', 'backupCodeUsed', 'backupCodeUsed']);
  });
});

describe('a lost second factor', () => {
  it('is taken off by an administrator with a reason, on the record; sessions end', async () => {
    const administrator = await at.enrolled('administrator', county);
    const commander = await at.enrolled('commander', community);
    const { rows } = (await administrator.get(`/api/accounts?q=${commander.username}`)).body as {
      rows: { id: string; secondFactor: boolean }[];
    };
    expect(rows).toMatchObject([{ secondFactor: true }]);
    const reset = (payload: object) => administrator.post(`/api/accounts/${rows[0]?.id}/second-factor-reset`, payload);
    expect((await reset({})).status).toBe(422);
    expect((await reset({ reason: ' ' })).status).toBe(422);
    expect((await reset({ reason: '手机丢失，当面核对身份' })).status).toBe(204);
    expect((await reset({ reason: '再来一次' })).body).toMatchObject({ status: 409, code: 'secondFactor.notSet' });
    expect((await commander.get('/api/session')).status).toBe(401);
    const again = await at.browser().signIn(commander.username);
    expect(again).toMatchObject({ status: 200, body: { mustEnrol: true, permissions: [] } });
    const assessor = await at.staff('assessor', county);
    const record = (await assessor.get(`/api/account-acts?account=${rows[0]?.id}`)).body as { rows: object[] };
    expect(record.rows[0]).toMatchObject({
      act: 'secondFactorReset',
      reason: '手机丢失，当面核对身份',
      by: administrator.person,
    });
  });
});

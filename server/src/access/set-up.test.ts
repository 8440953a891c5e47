import { describe, expect, it } from 'vitest';
import { openOnce } from '../testing.ts';
import { openServer, password } from './testing.ts';
import { setUpToken } from './set-up.ts';

const at = openOnce(() => openServer());

const given = (token: string, more: object = {}) => ({
  token,
  county: { code: '450802', name: '港北区', centre: [109.57, 23.11] },
  administrator: { name: '陆晓', username: 'admin.lu', password },
  ...more,
});

describe('the first set-up', () => {
  it('is a page only while there is no account, and needs the token from the log', async () => {
    const page = await at.browser().get('/setup');
    expect(page.status).toBe(200);
    expect(page.text).toContain('首次设置');
    expect((await at.browser().get('/setup?token=printed')).text).toContain('value="printed"');
    expect((await at.browser().post('/api/setup', given('wrong'))).body).toMatchObject({
      status: 403,
      code: 'setup.forbidden',
    });
    const weak = { administrator: { name: '陆晓', username: 'admin.lu', password: 'short' } };
    expect((await at.browser().post('/api/setup', given(setUpToken(at.deps.keys), weak))).status).toBe(422);
    const counts = await at.db.asOwner((owner) =>
      owner.query('select (select count(*) from area) as areas, (select count(*) from rule_set) as rules'),
    );
    expect(counts).toEqual([{ areas: 0, rules: 0 }]);
  });

  it('shows a form again with what was typed, without the password', async () => {
    const typed = {
      token: 'wrong',
      code: '450802',
      county: '港北区',
      lon: '109.57',
      lat: '23.11',
      person: '陆晓',
      username: 'lu',
      password,
    };
    const answer = await at.browser().form('/setup', typed);
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('value="港北区"');
    expect(answer.text).not.toContain(password);
    expect((await at.browser().form('/setup', { ...typed, lon: 'east' })).status).toBe(422);
  });

  it('makes one county with rules and one administrator, however many ask at once', async () => {
    const token = setUpToken(at.deps.keys);
    const other = {
      county: { code: '450502', name: '海城区', centre: [109.1, 21.5] },
      administrator: { name: '别人', username: 'other', password },
    };
    const answers = await Promise.all([
      at.browser().post('/api/setup', given(token)),
      at.browser().post('/api/setup', given(token, other)),
    ]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 410]);
    const rows = await at.db.asOwner((owner) => owner.query('select kind, name, parent from area'));
    expect(rows).toEqual([{ kind: 'county', name: expect.any(String), parent: null }]);
    const users = await at.db.asOwner((owner) => owner.query('select username from account'));
    expect(users).toHaveLength(1);
    const landmarks = await at.db.asOwner((owner) => owner.query('select name from landmark'));
    expect(landmarks).toHaveLength(1);
    const username = String(users[0]?.['username']);
    expect(await at.browser().signIn(username)).toMatchObject({ status: 200, body: { mustEnrol: true } });
    expect((await at.browser().get('/setup')).headers['location']).toBe('/sign-in');
    expect((await at.browser().post('/api/setup', given(token))).body).toMatchObject({
      status: 410,
      code: 'setup.gone',
    });
  });
});

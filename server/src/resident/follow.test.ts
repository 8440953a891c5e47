import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../database/testing.ts';
import { inputsIn, openResidents, point } from './testing.ts';

let db: TestDatabase;
let server: Awaited<ReturnType<typeof openResidents>>;

beforeAll(async () => {
  db = await openTestDatabase();
  server = await openResidents(db);
});
beforeEach(() => server.forgetCases());
afterAll(async () => {
  await server.close();
  await db.close();
});

async function report(more: object = {}): Promise<{ id: string; followCode: string }> {
  const payload = { description: '路灯不亮', category: '01020401', place: { point: [...point] }, ...more };
  return (await server.app.inject({ method: 'POST', url: '/api/cases', payload })).json();
}

async function closed(): Promise<{ id: string; followCode: string }> {
  const { id, followCode } = await report();
  const steps: ['clerk' | 'checker', object][] = [
    ['clerk', { type: 'accept' }],
    ['clerk', { type: 'assignToDesk' }],
    ['clerk', { type: 'finish', note: '换了灯泡，<i>亮了</i>' }],
    ['checker', { type: 'verify', pass: true }],
  ];
  for (const [who, command] of steps) await server.staffCall(who, 'POST', `/api/cases/${id}/commands`, command);
  return { id, followCode };
}

/** Sends one of the forms of a follow page. */
async function act(code: string, action: string, fields: [string, string][], headers: Record<string, string> = {}) {
  const page = await server.get(`/f/${code}`);
  const form = page.body.split('<form').find((one) => one.includes(`value="${action}"`)) ?? '';
  return server.post(`/f/${code}`, [...inputsIn(form), ...fields], headers);
}

describe('finding one’s report', () => {
  test('a code typed in any way opens it; a slip, a wrong length and an unknown code are told apart', async () => {
    const { followCode } = await report();
    const typed = followCode.toLowerCase().replace(/(.{4})/g, '$1 - ');
    expect((await server.get(`/f?code=${encodeURIComponent(typed)}`)).headers.location).toBe(`/f/${followCode}`);
    expect((await server.get('/f?code=ABC')).body).toContain('现在是 3 位');
    const last = followCode.at(-1) === 'A' ? 'B' : 'A';
    expect((await server.get(`/f/${followCode.slice(0, -1)}${last}`)).body).toContain('有一位不对');
    const unknown = await server.get('/f/0000000000000');
    expect([unknown.statusCode, unknown.body.includes('没有这个查询码')]).toEqual([404, true]);
  });
});

describe('the follow page', () => {
  test('says where it stands, who has it and by when; what was reported is text and nothing else', async () => {
    const { followCode } = await report({
      description: '<img src=x onerror=alert(1)>\n第二行',
      contact: { phone: '13800138000' },
    });
    const page = await server.get(`/f/${followCode}`);
    expect(page.body).toContain('已收到，还没有受理，等荷城社区受理，');
    expect(page.body).toMatch(/<time datetime="2026-11-20T[^"]+">最晚 11月20日 11:10<\/time>/);
    expect(page.body).not.toContain('<img src=x');
    expect(page.body).toContain('&lt;img src=x onerror=alert(1)>');
    // Neither the number nor a part of it, masked; keys and nonces hold any three digits by chance.
    expect(page.body).not.toMatch(/13800138000|138\*|\*8000/);
  });

  test('a past clock is said', async () => {
    const { followCode } = await report();
    await server.deps.clock.set(Date.parse('2026-11-23T09:10+08:00'), false);
    expect((await server.get(`/f/${followCode}`)).body).toContain('已超过期限');
  });

  test('a word is added, once however often the form is sent; blank words are refused beside the field', async () => {
    const { id, followCode } = await report();
    const blank = await act(followCode, 'note', [['text', '  ']]);
    expect([blank.statusCode, blank.body.includes('不能只有空白')]).toEqual([422, true]);
    const page = await server.get(`/f/${followCode}`);
    const form = inputsIn(page.body.split('<form').find((one) => one.includes('value="note"')) ?? '');
    for (const time of ['first', 'second']) {
      const sent = await server.post(`/f/${followCode}`, [...form, ['text', '还有一盏也坏了']]);
      expect(sent.headers.location, time).toBe(`/f/${followCode}?done=note`);
    }
    const view = await server.staffCall('clerk', 'GET', `/api/cases/${id}`);
    expect((view['history'] as { type: string }[]).filter(({ type }) => type === 'noted')).toHaveLength(1);
    expect((await server.get(`/f/${followCode}?done=note`)).body).toContain('补充已收到');
  });

  test('three taps rate it; a tap too few is said and the others stay', async () => {
    const { followCode } = await closed();
    expect((await server.get(`/f/${followCode}`)).body).toContain('换了灯泡，&lt;i>亮了&lt;/i>');
    const few = await act(followCode, 'rate', [
      ['answered', 'yes'],
      ['solved', 'partly'],
    ]);
    expect(few.statusCode).toBe(422);
    expect(few.body).toContain('三项都选一下');
    expect(inputsIn(few.body)).toEqual(expect.arrayContaining([['solved', 'partly']]));
    const rated = await act(followCode, 'rate', [
      ['answered', 'yes'],
      ['solved', 'yes'],
      ['satisfied', 'fairly'],
    ]);
    expect(rated.headers.location).toBe(`/f/${followCode}?done=rate`);
    expect((await server.get(`/f/${followCode}`)).body).toContain('您的评价：有人答复，已解决，基本满意');
  });

  test('after the third tap there is room for words, and changing a rating begins with what was chosen', async () => {
    const { followCode } = await closed();
    const first = await act(followCode, 'rate', [
      ['answered', 'no'],
      ['solved', 'partly'],
      ['satisfied', 'no'],
    ]);
    const rated = (await server.get(String(first.headers.location))).body;
    expect(rated).toContain('您的评价：没有人答复，部分解决，不满意');
    expect(rated).toContain('有想说的话吗？');
    const [words = '', change = ''] = rated.split('<form').filter((form) => form.includes('value="rate"'));
    const more = await server.post(`/f/${followCode}`, [...inputsIn(words), ['words', '还差一盏']]);
    expect(more.statusCode, more.body).toBe(303);
    expect(change).not.toContain('data-rate');
    expect(inputsIn(change)).toEqual(
      expect.arrayContaining([
        ['answered', 'no'],
        ['solved', 'partly'],
        ['satisfied', 'no'],
      ]),
    );
    const said = (await server.get(`/f/${followCode}`)).body;
    expect(said).toContain('您说：还差一盏');
    expect(said).toContain('您的评价：没有人答复，部分解决，不满意');
    expect(said).not.toContain('有想说的话吗？');
  });

  test('asking to reopen is seen: who answers by when, in the steps and in the history; a refusal too', async () => {
    const { id, followCode } = await closed();
    await act(followCode, 'askReopening', [['reason', '又灭了']]);
    const asked = (await server.get(`/f/${followCode}`)).body;
    expect(asked).toMatch(/已申请重新办理，等贵城街道答复，<time datetime="[^"]+">最晚 11月\d+日 \d\d:\d\d<\/time>/);
    expect(asked).toContain('您申请重新办理，由贵城街道答复');
    expect(asked).toContain('又灭了');
    expect(asked).toContain('申请重办（现在）');
    expect(asked).not.toContain('结案（已完成）');
    await server.staffCall('street', 'POST', `/api/cases/${id}/commands`, {
      type: 'judge',
      ask: 'ask.1',
      upheld: false,
      words: '是另一盏灯，请另报',
    });
    const refused = (await server.get(`/f/${followCode}`)).body;
    expect(refused).toContain('已结案，贵城街道没有同意重新办理');
    expect(refused).toContain('理由：是另一盏灯，请另报');
    expect(refused).toContain('结案（已完成）');
  });

  test('a supervision order is said in plain words, with its reason', async () => {
    const { followCode, id } = await report();
    await server.deps.clock.set(Date.parse('2026-11-27T09:10+08:00'), true);
    const view = await server.staffCall('clerk', 'GET', `/api/cases/${id}`);
    expect(view['orders']).toHaveLength(1);
    const page = (await server.get(`/f/${followCode}`)).body;
    expect(page).toMatch(/已督办：[^<]+要书面说明原因和怎么办/);
    expect(page).toContain('原因：超过期限没办完');
  });

  test('the heading is what the reporter said, and the place is said once', async () => {
    const { followCode } = await report({
      description: '楼道的灯坏了。已经三天',
      category: undefined,
      place: { point: [...point], address: '荷塘苑3栋 3栋2单元门口' },
    });
    const page = (await server.get(`/f/${followCode}`)).body;
    expect(page).toContain('<h1>楼道的灯坏了</h1>');
    expect(page).toContain('荷塘苑3栋2单元门口');
  });

  test('reopening is asked with a reason, and a second asking says that one waits; what was typed stays', async () => {
    const { followCode } = await closed();
    expect((await act(followCode, 'askReopening', [['reason', '又灭了']])).statusCode).toBe(303);
    const page = inputsIn((await server.get(`/f/${followCode}`)).body);
    const again = await server.post(`/f/${followCode}`, [
      ...page,
      ['action', 'askReopening'],
      ['key', 'another-key'],
      ['reason', '真的又灭了'],
    ]);
    expect(again.statusCode).toBe(422);
    expect(again.body).toContain('正在等待答复');
  });

  test('it is withdrawn, and then only what the state allows is offered', async () => {
    const { followCode } = await report();
    expect((await act(followCode, 'withdraw', [])).statusCode).toBe(303);
    const page = (await server.get(`/f/${followCode}`)).body;
    expect(page).toContain('您已撤回');
    expect(page).not.toContain('value="withdraw"');
  });

  test('a post by a page of another site is refused', async () => {
    const { followCode } = await report();
    const headers = { cookie: 'gezhi_device=12345678', 'sec-fetch-site': 'cross-site' };
    const sent = await act(followCode, 'withdraw', [], headers);
    expect(sent.statusCode).toBe(403);
  });
});

describe('the other pages', () => {
  test('the first page, the map and the phone page stand', async () => {
    await report();
    for (const url of ['/', '/map', '/phone', '/f']) {
      const page = await server.get(url);
      expect([url, page.statusCode]).toEqual([url, 200]);
      expect(page.headers['content-security-policy']).toContain("script-src 'self'");
      expect(page.body).not.toMatch(/ style="| on[a-z]+="/);
    }
  });

  test('the public list names the community of each matter, and lists those without a point too', async () => {
    await report();
    // Beside the border: the point shown is snapped, and lies in the neighbour's.
    await report({ place: { point: [109.5951, 23.1009] } });
    await report({ place: { area: '450802001013001' } });
    const rows = (await server.get('/api/public/cases')).json<{
      rows: { area: { name: string }; point?: number[] }[];
    }>();
    expect(rows.rows.map(({ area }) => area.name)).toEqual(['荷城社区', '荷城社区', '荷城社区']);
    expect(rows.rows.filter(({ point: at }) => at === undefined)).toHaveLength(1);
    const page = (await server.get('/map')).body;
    expect(page.match(/贵城街道 荷城社区/g)).toHaveLength(3);
    expect(page).toContain('共 3 件，其中 1 件没有标出地点，不在地图上');
  });

  test('a phone is verified step by step, and mistakes are said beside the field', async () => {
    expect((await server.post('/phone', [['phone', '12']])).statusCode).toBe(422);
    const sent = await server.post('/phone', [['phone', '138 0013 8000']]);
    expect(sent.body).toContain('验证码已发到');
    const form = inputsIn(sent.body);
    expect((await server.post('/phone', [...form, ['code', '12']])).body).toContain('请输入 6 位数字');
    const wrong = await server.post('/phone', [...form, ['code', '000000']]);
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('name="code"');
  });
});

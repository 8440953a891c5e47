import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newChallenge } from '../cases/index.ts';
import { openTestDatabase, type TestDatabase } from '../database/testing.ts';
import { grid, inputsIn, mistakesIn, openResidents, point, pointBeside } from './testing.ts';

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

const here = `|${point[0]}|${point[1]}|荷塘苑3栋`;
const photo = async () =>
  new File(
    [
      await sharp({ create: { width: 60, height: 40, channels: 3, background: '#888' } })
        .jpeg()
        .toBuffer(),
    ],
    'a.jpg',
    { type: 'image/jpeg' },
  );

/** The fields of a fresh form, shown a while ago. */
async function fresh(url = '/r'): Promise<[string, string][]> {
  const page = await server.get(url);
  const shown = newChallenge(server.deps.keys, Date.now() - 10_000);
  return inputsIn(page.body).map(([name, value]) => [name, name === 'shown' ? shown : value]);
}

/** Reports and answers the follow code. */
async function report(more: [string, string | File][] = [], url = '/r'): Promise<string> {
  const answer = await server.post(url, [
    ...(await fresh(url)),
    ['description', '路灯不亮'],
    ['category', '01020401'],
    ...more,
  ]);
  expect(answer.statusCode, mistakesIn(answer.body)).toBe(303);
  return String(answer.headers.location).split('/')[2] ?? '';
}

const total = async () => (await server.staffCall('admin', 'GET', '/api/cases'))['total'];

describe('the form without a script', () => {
  test('from a label: words are enough; the receipt shows number, code and what comes next', async () => {
    const code = await report([], `/r/${grid}`);
    const receipt = await server.get(`/f/${code}/sent`);
    expect(receipt.body).toContain(`${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`);
    expect(receipt.body).toContain('https://gezhi.example/f/');
    expect(receipt.body).toContain('等荷城社区受理，');
    expect(receipt.headers['cache-control']).toBe('no-store');
    const [row] = (await server.staffCall('clerk', 'GET', '/api/cases'))['rows'] as { area: { code: string } }[];
    expect(row?.area.code).toBe(grid);
  });

  test('from a label: who looks after the place is named, with a button to call', async () => {
    const worker = async (name: string, area: string, phone?: string) => {
      const { id } = await server.staffCall('admin', 'POST', '/api/people', { name, area, ...(phone && { phone }) });
      const post = { person: id, role: 'grid-worker', area, from: '2026-01-01T00:00:00+08:00' };
      await server.staffCall('admin', 'POST', '/api/posts', post);
    };
    await worker('无号', grid);
    await worker('韦小芳', grid, '13800137002');
    await worker('社区的', '450802001013', '13800137003');
    const page = await server.get(`/r/${grid}`);
    expect(page.body).toContain('这里的网格员');
    expect(page.body).toContain('href="tel:+8613800137002"');
    expect(page.body).toContain('拨打 13800137002');
    expect(page.body.indexOf('韦小芳')).toBeLessThan(page.body.indexOf('无号'));
    expect(page.body).not.toContain('社区的');
    for (const url of ['/r', '/r/450802001013', `/r/${grid}?complaint=1`])
      expect((await server.get(url)).body, url).not.toContain('这里的网格员');
  });

  test('with photos: they are kept, shown to the holder of the code, and to nobody else', async () => {
    const code = await report([
      ['place', here],
      ['photos', await photo()],
    ]);
    const page = await server.get(`/f/${code}`);
    const src = /src="(\/files\/[^"]+)"/.exec(page.body)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const shown = await server.get(src);
    expect([shown.statusCode, shown.headers['content-type']]).toEqual([200, 'image/webp']);
    expect((await server.get(src.split('?')[0] ?? '')).statusCode).toBe(404);
  });

  test('what is missing is said beside its field, and nothing that was given is lost', async () => {
    const sent = await server.post('/r', [
      ...(await fresh()),
      ['description', '<script>alert(1)</script> "x"'],
      ['category', '01020401'],
      ['phone', '12'],
      ['name', '李梅'],
      ['address', '2单元'],
      ['onBehalf', '1'],
      ['photos', await photo()],
      ['photos', new File(['no picture'], 'notes.txt')],
    ]);
    expect(sent.statusCode).toBe(422);
    expect(sent.body).toContain('请告诉我们在哪里');
    expect(sent.body).toContain('看不出这是哪个号码');
    expect(sent.body).toContain('notes.txt');
    expect(sent.body).not.toContain('<script>alert');
    expect(sent.body).toContain('&lt;script>alert(1)&lt;/script>');
    expect(sent.body).toContain('value="李梅"');
    expect(sent.body).toContain('value="2单元"');
    const kept = inputsIn(sent.body);
    expect(kept).toEqual(
      expect.arrayContaining([
        ['category', '01020401'],
        ['onBehalf', '1'],
      ]),
    );
    expect(kept.filter(([name]) => name === 'photo')).toHaveLength(1);
    expect(await total()).toBe(0);
  });

  test('a place is found by its name and chosen', async () => {
    const found = await server.post('/r', [
      ...(await fresh()),
      ['description', '路灯不亮'],
      ['query', '荷塘'],
      ['act', 'find'],
    ]);
    expect(found.body).toContain('荷塘苑3栋');
    expect(found.body).toContain('路灯不亮');
    const value = /value="(\|[^"]*荷塘苑3栋)"/.exec(found.body)?.[1] ?? '';
    const sent = await server.post('/r', [
      ...inputsIn(found.body),
      ['description', '路灯不亮'],
      ['place', value],
      ['act', 'send'],
    ]);
    expect(sent.statusCode, mistakesIn(sent.body)).toBe(303);
    const [row] = (await server.staffCall('clerk', 'GET', '/api/cases'))['rows'] as {
      address: string;
      point: number[];
    }[];
    expect(row).toMatchObject({ address: '荷塘苑3栋', point: [...point] });
  });

  test('words for a place without a choice lead to the choice; nothing found says so', async () => {
    const fields: [string, string][] = [...(await fresh()), ['description', '路灯不亮']];
    const asked = await server.post('/r', [...fields, ['query', '荷塘']]);
    expect([asked.statusCode, asked.body.includes('是哪一个？')]).toEqual([422, true]);
    expect(asked.body).toContain('请从下面选一个');
    expect(asked.body).toContain('荷塘苑3栋');
    expect(asked.body).toContain('荷塘巷');
    expect(asked.body).not.toContain('请告诉我们在哪里');
    expect((await server.post('/r', [...fields, ['query', '火星']])).body).toContain('没有找到“火星”');
  });

  test('words that name one place are taken at once; beside the place of a label they ask again', async () => {
    const sent = await server.post('/r', [...(await fresh()), ['description', '路灯不亮'], ['query', ' 荷塘苑 3栋']]);
    expect(sent.statusCode, mistakesIn(sent.body)).toBe(303);
    const [row] = (await server.staffCall('clerk', 'GET', '/api/cases'))['rows'] as { address: string }[];
    expect(row?.address).toBe('荷塘苑3栋');
    const label: [string, string][] = [...(await fresh(`/r/${grid}`)), ['description', '井盖没了']];
    const unclear = await server.post(`/r/${grid}`, [...label, ['query', '荷塘']]);
    expect(unclear.body).toContain('请从下面选一个');
    // What was found was shown: staying with the label is a choice.
    const stays = await server.post(`/r/${grid}`, [
      ...inputsIn(unclear.body),
      ['description', '井盖没了'],
      ['query', '荷塘'],
    ]);
    expect(stays.statusCode, mistakesIn(stays.body)).toBe(303);
  });

  test('a photo is seen again while the form is put right, and no longer once a case has it', async () => {
    const sent = await server.post('/r', [...(await fresh()), ['photos', await photo()]]);
    const src = /src="(\/kept\/[^"]+)"/.exec(sent.body)?.[1] ?? '';
    const shown = await server.get(src);
    expect([shown.statusCode, shown.headers['content-type']]).toEqual([200, 'image/webp']);
    const filed = await server.post('/r', [...inputsIn(sent.body), ['place', here]]);
    expect(filed.statusCode, mistakesIn(filed.body)).toBe(303);
    expect((await server.get(src)).statusCode).toBe(404);
  });

  test('who left a mobile is told that the link came by text; who did not, to keep the code', async () => {
    const page = async (more: [string, string][]) => {
      const sent = await server.post('/r', [
        ...(await fresh()),
        ['description', '路灯'],
        ['place', here],
        ['act', 'new'],
        ...more,
      ]);
      return (await server.get(String(sent.headers.location))).body;
    };
    expect(await page([['phone', '13800138000']])).toContain('用短信发给您了');
    expect(await page([])).toContain('丢了找不回来');
    await server.deps.jobs.drain();
    const sent = await db.asOwner((owner) =>
      owner.query("select count(*)::int as n from outbox where news like '%received%'"),
    );
    expect(sent).toEqual([{ n: 1 }]);
  });

  test('a point outside what is served names what is', async () => {
    const sent = await server.post('/r', [...(await fresh()), ['description', '路灯不亮'], ['place', '|116.4|39.9|']]);
    expect(sent.statusCode).toBe(422);
    expect(sent.body).toContain('港北区');
  });

  test('an unknown label still lets one report', async () => {
    const page = await server.get('/r/450802999');
    expect(page.statusCode).toBe(404);
    expect(page.body.split('没有认出这个码')).toHaveLength(2);
    // Nothing was sent yet that could lack anything.
    expect(page.body).not.toContain('还差一点');
    expect(page.body).toContain('action="/r"');
  });

  test('the same form sent twice is one report; sent again with other words it is another', async () => {
    const fields: [string, string][] = [...(await fresh()), ['place', here], ['act', 'new']];
    const first = await server.post('/r', [...fields, ['description', '路灯不亮']]);
    const again = await server.post('/r', [...fields, ['description', '路灯不亮']]);
    expect(again.headers.location).toBe(first.headers.location);
    expect(await total()).toBe(1);
    const other = await server.post('/r', [...fields, ['description', '井盖也没了']]);
    expect(other.statusCode).toBe(303);
    expect(other.headers.location).not.toBe(first.headers.location);
    expect(await total()).toBe(2);
  });

  test('it is plain urlencoded too, and speaks English to who asks', async () => {
    const page = await server.get('/r', { 'accept-language': 'en-GB' });
    expect(page.body).toContain('Report a problem');
    const payload = new URLSearchParams([
      ...inputsIn(page.body),
      ['description', 'Lamp out'],
      ['place', here],
    ]).toString();
    const sent = await server.app.inject({
      method: 'POST',
      url: '/r',
      payload,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(sent.statusCode).toBe(303);
  });
});

describe('the same matter twice', () => {
  const beside = `|${pointBeside[0]}|${pointBeside[1]}|`;

  test('open matters nearby are shown first; “me too” is counted once a device and files nothing', async () => {
    await report([['place', here]]);
    const near = await server.post('/r', [
      ...(await fresh()),
      ['description', '灯坏了'],
      ['category', '01020401'],
      ['place', beside],
    ]);
    expect(near.statusCode).toBe(200);
    expect(near.body).toContain('附近有人反映过类似的事');
    expect(near.body).toContain('约 50 米');
    const same = /name="same" value="([^"]+)"/.exec(near.body)?.[1] ?? '';
    const said = await server.post('/r', [...inputsIn(near.body), ['same', same]]);
    expect(said.body).toContain('记下了');
    const cookie = String(said.headers['set-cookie']).split(';')[0] ?? '';
    expect(said.headers['set-cookie']).toContain('HttpOnly');
    await server.post(`/me-too/${same}`, [['key', 'another-key']], { cookie });
    const rows = (await server.get('/api/public/cases')).json<{ rows: { supporters: number }[] }>().rows;
    expect(rows).toMatchObject([{ supporters: 1 }]);
    expect(await total()).toBe(1);
  });

  test('“none of these” files the report as it was written', async () => {
    await report([['place', here]]);
    const near = await server.post('/r', [
      ...(await fresh()),
      ['description', '灯 & "坏" 了'],
      ['category', '01020401'],
      ['place', beside],
    ]);
    const sent = await server.post('/r', [...inputsIn(near.body), ['act', 'new']]);
    expect(sent.statusCode).toBe(303);
    expect((await server.get(String(sent.headers.location).replace('/sent', ''))).body).toContain(
      '灯 &amp; &quot;坏&quot; 了',
    );
  });
});

describe('a complaint', () => {
  test('says whom it is about, and goes to the desk above them', async () => {
    const fields = await fresh(`/r/${grid}?complaint=1`);
    const asked = await server.post(`/r/${grid}`, [...fields, ['description', '窗口态度差']]);
    expect(asked.body).toContain('请选择投诉的是谁');
    expect(asked.body).toContain('荷城社区');
    const sent = await server.post(`/r/${grid}`, [
      ...fields,
      ['description', '窗口态度差'],
      ['about', '450802001013'],
      ['hide', '1'],
    ]);
    expect(sent.statusCode, mistakesIn(sent.body)).toBe(303);
    expect((await server.staffCall('clerk', 'GET', '/api/cases'))['total']).toBe(0);
    expect((await server.staffCall('street', 'GET', '/api/cases'))['total']).toBe(1);
  });
});

describe('the quiet challenge', () => {
  const quarantined = async () => {
    const rows = await db.asOwner((owner) => owner.query('select quarantined from case_file order by id'));
    return rows.map((row) => row['quarantined']);
  };

  test('a person is not held up', async () => {
    await report([['place', here]]);
    expect(await quarantined()).toEqual([false]);
  });

  test('a form that comes back at once, or with the unseen field filled, waits for a look', async () => {
    const page = await server.get('/r');
    const hasty = await server.post('/r', [...inputsIn(page.body), ['description', '买药'], ['place', here]]);
    expect(hasty.statusCode).toBe(303);
    await report([
      ['place', here],
      ['website', 'http://spam.example'],
      ['act', 'new'],
    ]);
    expect(await quarantined()).toEqual([true, true]);
  });
});

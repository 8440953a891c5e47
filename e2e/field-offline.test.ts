import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { badWeather, type Line, openLine } from './bad-line.ts';
import { accessibilityFaults, keepShot } from './browser.ts';
import { type DemoServer, startDemo } from './demo-server.ts';
import { forget, installed, newMemory, openPhone, type Phone, picture, report, signInAs } from './field-phone.ts';

/** Reports of the long day; 200 where there is time for it. */
const many = Number(process.env['GEZHI_QUEUED_REPORTS'] ?? '16');

let server: DemoServer;
let line: Line;
let memory: string;
let phone: Phone;

beforeAll(async () => {
  server = await startDemo();
});
afterAll(async () => {
  await server?.stop();
});
beforeEach(async () => {
  line = await openLine(server.url);
  memory = newMemory();
  phone = await openPhone(memory);
});
afterEach(async () => {
  await phone.close().catch(() => undefined);
  await line.stop();
  forget(memory);
});

interface Row {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly description: string;
  readonly photos: readonly string[];
  readonly state: string;
}

/** The API as somebody of the office sees it, past the bad line. */
async function office(username: string) {
  const headers = { origin: server.url, 'content-type': 'application/json' };
  const signedIn = await fetch(`${server.url}/api/session`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ username, password: server.password(username) }),
  });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const read = async <T>(path: string): Promise<T> =>
    (await fetch(`${server.url}${path}`, { headers: { ...headers, cookie } })).json() as Promise<T>;
  const give = (id: string, version: number, body: object) =>
    fetch(`${server.url}/api/cases/${id}/commands`, {
      method: 'POST',
      headers: { ...headers, cookie, 'if-match': `"${version}"`, 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify(body),
    });
  return { read, give };
}

/** Every case the server has whose words begin so, oldest first. */
async function arrived(words: string): Promise<readonly Row[]> {
  const { read } = await office('county');
  const found: Row[] = [];
  let cursor = '';
  do {
    const page = await read<{ rows: Row[]; next?: string }>(`/api/cases?sort=newest&limit=200${cursor}`);
    found.push(...page.rows.filter(({ description }) => description.startsWith(words)));
    cursor = page.next === undefined ? '' : `&cursor=${encodeURIComponent(page.next)}`;
  } while (cursor !== '');
  return found.toReversed();
}

/** Opens the app as somebody, with everything on the phone that is needed without a line. */
async function goOut(username: string): Promise<void> {
  const { page } = phone;
  await page.goto(`${line.url}/field`);
  await signInAs(page, username, server.password(username));
  await page.getByRole('tablist').waitFor();
  await installed(page);
}

/** Opens the app again. A browser that was killed may have forgotten its cookie: then one signs in. */
async function comeBack(username: string): Promise<void> {
  const { page } = phone;
  const answered = page.waitForResponse((answer) => answer.url().endsWith('/api/session'));
  await page.goto(`${line.url}/field`);
  if ((await answered).status() === 401) await signInAs(page, username, server.password(username));
  await page.getByRole('tablist').waitFor();
}

const cut = () => {
  line.weather = () => 'cut';
};
const clear = () => {
  line.weather = () => 'well';
};
/** What says that something waits: the strip, or on the page of the queue each item itself. */
const waits = () => phone.page.locator('.queue-strip, .queued:is([data-state="waiting"], [data-state="sending"])');
/** Waits until the server has so many, and the phone knows it. */
async function allSent(words: string, count: number, timeout = 120_000): Promise<void> {
  await expect
    .poll(async () => (await arrived(words)).length, { timeout, interval: 1000 })
    .toBeGreaterThanOrEqual(count);
  await expect.poll(() => waits().count(), { timeout: 60_000, interval: 500 }).toBe(0);
}

describe('the field app without a line', () => {
  test('starts, shows my work, area and people, and takes reports, steps and results', async () => {
    const { page } = phone;
    // It has time to read ahead: the roster is the last but one. It may be read before the page is looked at.
    const roster = page.waitForResponse((answer) => answer.url().includes('/api/organisations?limit=100'), {
      timeout: 90_000,
    });
    await Promise.all([roster, goOut('worker')]);
    const mine = page.locator('.work-row');
    await mine.first().waitFor();
    const count = await mine.count();
    await phone.settled();

    cut();
    await phone.context.setOffline(true);
    await page.reload();
    await mine.first().waitFor();
    expect(await mine.count()).toBe(count);
    await page.getByText('没有网').first().waitFor();
    await keepShot(page, 'field-offline-today');
    await page.getByRole('link', { name: '名册' }).click();
    await page.locator('.person-chip').first().waitFor();
    await page.getByRole('link', { name: '地图' }).click();
    await page.locator('[data-ready="true"]').waitFor();

    await page.getByRole('link', { name: '上报' }).click();
    await report(page, '离线甲', 1);
    await page.getByText('已存在这台手机里').waitFor();
    await keepShot(page, 'field-offline-kept');
    await page.getByRole('button', { name: '再报一件' }).click();
    await report(page, '离线乙', 2);

    // A whole step of the work: acknowledged and finished before the line is back.
    await page.getByRole('link', { name: '今日' }).click();
    const toTake = mine.filter({ has: page.getByRole('button', { name: '签收' }) }).first();
    const href = (await toTake.getByRole('link').first().getAttribute('href')) ?? '';
    const id = href.split('/').at(-1) ?? '';
    const row = mine.filter({ has: page.locator(`a[href="${href}"]`) });
    await row.getByRole('button', { name: '签收' }).click();
    await row.getByText('等待发送').waitFor();
    await row.getByRole('link').first().click();
    await page.getByRole('button', { name: '办结', exact: true }).click();
    const form = page.getByRole('form', { name: '办结' });
    await form.getByLabel('说明').fill('没有网也办完了');
    await form
      .getByLabel('相册')
      .first()
      .setInputFiles({ name: 'before.png', mimeType: 'image/png', buffer: picture(7) });
    await form
      .getByLabel('相册')
      .last()
      .setInputFiles({ name: 'after.png', mimeType: 'image/png', buffer: picture(8) });
    await expect.poll(() => form.locator('.photo-sending img').count(), { timeout: 20_000 }).toBe(2);
    await form.getByRole('button', { name: '办结', exact: true }).click();
    await page.getByText('4 件等待发送').waitFor();
    await page.goto(`${line.url}/field/queue`);
    await page.locator('.queued').first().waitFor();
    await keepShot(page, 'field-offline-queue');
    expect(await accessibilityFaults(page)).toEqual([]);

    await phone.context.setOffline(false);
    clear();
    await allSent('离线', 2);
    expect((await arrived('离线')).map(({ description, photos }) => [description, photos.length])).toEqual([
      ['离线甲', 1],
      ['离线乙', 1],
    ]);
    const { read } = await office('county');
    const done = await read<Row & { history: { type: string }[] }>(`/api/cases/${id}`);
    expect(done.state).toBe('handled');
    expect(done.history.filter(({ type }) => type === 'workOrderFinished')).toHaveLength(1);
    await page.getByText('已送达').first().waitFor();
    await keepShot(page, 'field-queue-sent');
  });

  test(
    `sends ${many} reports with photos exactly once over a bad line, killed and opened again in between`,
    async () => {
      await goOut('worker');
      await phone.settled();
      cut();
      await phone.page.goto(`${line.url}/field/report`);
      for (let n = 0; n < many; n += 1) {
        await report(phone.page, `长日 ${n}`, n);
        await phone.page.getByRole('button', { name: '再报一件' }).click();
      }
      await phone.kill();
      phone = await openPhone(memory);
      await phone.page.goto(`${line.url}/field`);
      await phone.page.getByText(`${many} 件等待发送`).waitFor();

      line.weather = badWeather(11);
      await comeBack('worker');
      const third = { timeout: 60_000 + many * 2000, interval: 500 };
      await expect.poll(async () => (await arrived('长日')).length, third).toBeGreaterThan(many / 3);
      await phone.kill();
      phone = await openPhone(memory);
      await comeBack('worker');
      await allSent('长日', many, 60_000 + many * 6000);

      const there = await arrived('长日');
      expect(there.map(({ description }) => description)).toEqual(Array.from({ length: many }, (_, n) => `长日 ${n}`));
      expect(there.every(({ photos }) => photos.length === 1)).toBe(true);
      expect(new Set(there.flatMap(({ photos }) => photos)).size).toBe(many);
    },
    120_000 + many * 20_000,
  );

  test('does not double with two tabs, and no tab sends for the other', async () => {
    await goOut('worker');
    const other = await phone.context.newPage();
    await other.goto(`${line.url}/field/report`);
    await other.getByLabel('说说情况').waitFor();
    cut();
    await phone.page.getByRole('link', { name: '上报' }).click();
    for (let n = 0; n < 3; n += 1) {
      await report(phone.page, `两窗 ${n}a`);
      await phone.page.getByRole('button', { name: '再报一件' }).click();
      await report(other, `两窗 ${n}b`);
      await other.getByRole('button', { name: '再报一件' }).click();
    }
    line.weather = ({ method }) => (method === 'POST' ? 'doubled' : 'well');
    await Promise.all([phone.page.reload(), other.reload()]);
    await allSent('两窗', 6);
    const there = (await arrived('两窗')).map(({ description }) => description);
    expect(there).toEqual(['两窗 0a', '两窗 0b', '两窗 1a', '两窗 1b', '两窗 2a', '两窗 2b']);
  });

  test('explains what somebody else finished meanwhile, and throws nothing away', async () => {
    const { page } = phone;
    const desk = await office('zhujian');
    const { rows } = await desk.read<{ rows: Row[] }>('/api/cases?open=true&mine=true&sort=due&limit=50');
    const open = rows.find(({ state }) => state === 'handling') ?? rows[0];
    if (open === undefined) throw new Error('the demonstration has no work for them');
    await goOut('zhujian');
    await page.goto(`${line.url}/field/cases/${open.id}`);
    await page.getByText(open.number).waitFor();
    cut();
    const acknowledge = page.getByRole('button', { name: '签收', exact: true });
    if (await acknowledge.isVisible()) await acknowledge.click();
    await page.getByRole('button', { name: '办结', exact: true }).click();
    const form = page.getByRole('form', { name: '办结' });
    await form.getByLabel('说明').fill('我在现场办完了');
    await form.getByRole('button', { name: '办结', exact: true }).click();
    await page.locator('.queued').first().waitFor();

    let version = open.version;
    if (open.state !== 'handling') {
      const taken = await desk.give(open.id, version, { type: 'acknowledge' });
      version = ((await taken.json()) as Row).version;
    }
    expect((await desk.give(open.id, version, { type: 'finish', note: '同事先办结了' })).status).toBe(200);
    clear();
    await page.reload();
    const card = page.locator('.queued[data-state="refused"]').last();
    await card.waitFor({ timeout: 60_000 });
    await card.getByText('同事先办结了').waitFor();
    await keepShot(page, 'field-conflict');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.goto(`${line.url}/field/queue`);
    const there = page.locator('.queued[data-state="refused"]').last();
    await there.getByRole('button', { name: '丢弃' }).click();
    await page.getByRole('button', { name: '取消' }).click();
    expect(await there.count()).toBe(1);
  });

  test('keeps everything through a session that ended, and goes on after signing in again', async () => {
    const { page } = phone;
    await goOut('worker');
    cut();
    await page.getByRole('link', { name: '上报' }).click();
    await report(page, '登出前', 3);
    await phone.context.clearCookies();
    clear();
    await page.reload();
    await page.getByText('1 件内容等待发送').waitFor();
    await keepShot(page, 'field-signed-out');
    expect(await arrived('登出前')).toEqual([]);
    await signInAs(page, 'worker', server.password('worker'));
    await page.getByLabel('说说情况').waitFor();
    await allSent('登出前', 1);
    expect((await arrived('登出前')).map(({ photos }) => photos.length)).toEqual([1]);
  });

  test('says when the phone is full, keeps it on the page and sends it from there', async () => {
    const { page } = phone;
    const tools = await phone.context.newCDPSession(page);
    await tools.send('Storage.overrideQuotaForOrigin', { origin: line.url, quotaSize: 1 });
    await page.goto(`${line.url}/field/report`);
    await signInAs(page, 'worker', server.password('worker'));
    await page.getByLabel('说说情况').fill('存满了');
    const file = { name: 'full.png', mimeType: 'image/png', buffer: picture(99) };
    await page.getByLabel('相册').first().setInputFiles(file);
    await page.locator('.photo-sending img').first().waitFor();
    await page.getByRole('button', { name: '上报', exact: true }).click();
    await page.getByText('没能存下').waitFor();
    expect(await page.getByLabel('说说情况').inputValue()).toBe('存满了');
    await keepShot(page, 'field-full');
    line.weather = ({ method }) => (method === 'POST' ? 'answerLost' : 'well');
    await page.getByRole('button', { name: '不保存，直接发送' }).click();
    await page.getByText('没有送到').waitFor();
    clear();
    await page.getByRole('button', { name: '不保存，直接发送' }).click();
    await expect.poll(async () => (await arrived('存满了')).length, { timeout: 30_000 }).toBe(1);
  });
});

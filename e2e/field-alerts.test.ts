import type { PushMessage } from '@gezhi/contract/notices/index';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { device, isSignedFor, openPushService, type PushService } from '../server/src/notices/push/testing.ts';
import { accessibilityFaults, keepShot } from './browser.ts';
import { type DemoServer, startDemo } from './demo-server.ts';
import { forget, installed, newMemory, openPhone, type Phone, signInAs } from './field-phone.ts';

let server: DemoServer;
let service: PushService;
let phone: Phone;
const memory = newMemory();

beforeAll(async () => {
  service = await openPushService();
  server = await startDemo({ PUSH_TRUSTED: service.origin });
  phone = await openPhone(memory);
});
afterAll(async () => {
  await phone?.close();
  await server?.stop();
  await service?.close();
  forget(memory);
});

/** The browser here has no push service of its own: it is given the subscription of one that we keep. */
async function giveService(subscription: object): Promise<void> {
  await phone.context.grantPermissions(['notifications'], { origin: server.url });
  await phone.page.addInitScript((given) => {
    let kept: object | null = null;
    const unsubscribe = () => {
      kept = null;
      return Promise.resolve(true);
    };
    const made = { ...given, toJSON: () => given, unsubscribe };
    PushManager.prototype.subscribe = () => Promise.resolve((kept = made) as unknown as PushSubscription);
    PushManager.prototype.getSubscription = () => Promise.resolve(kept as PushSubscription | null);
  }, subscription);
}

/** Hands the service worker what the push service brought, as the browser would. */
async function deliver(text: string): Promise<void> {
  const tools = await phone.context.newCDPSession(phone.page);
  const registered = new Promise<string>((resolve) => {
    tools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [one] = registrations;
      if (one !== undefined) resolve(one.registrationId);
    });
  });
  await tools.send('ServiceWorker.enable');
  await tools.send('ServiceWorker.deliverPushMessage', {
    origin: server.url,
    registrationId: await registered,
    data: text,
  });
  await tools.detach();
}

/** The devices the server alerts, asked for in another browser. */
async function devicesOfJia(): Promise<readonly string[]> {
  const headers = { origin: server.url, 'content-type': 'application/json' };
  const body = JSON.stringify({ username: 'jia', password: server.password('jia') });
  const signedIn = await fetch(`${server.url}/api/session`, { method: 'POST', headers, body });
  const cookie = signedIn.headers.getSetCookie().map((one) => one.split(';')[0]);
  const read = await fetch(`${server.url}/api/push`, { headers: { cookie: cookie.join('; ') } });
  return ((await read.json()) as { devices: string[] }).devices;
}

test('alerts: turned on, sent sealed, shown, and off again with the sign-out', async () => {
  const own = device(`${service.origin}/phone`);
  const { page } = phone;
  await giveService(own.subscription);
  await page.goto(`${server.url}/field/me`);
  await signInAs(page, 'jia', server.password('jia'));
  await installed(page);
  await page.reload();
  await page.getByText('请仍以“消息”为准').waitFor();
  await page.getByRole('button', { name: '开启提醒' }).click();
  await page.getByRole('heading', { name: '新消息提醒已开启' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await keepShot(page, 'field-alerts-on');
  expect(await devicesOfJia()).toHaveLength(1);

  const filed = await fetch(`${server.url}/api/cases`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify({
      category: '01020401',
      description: '王五家门口的灯不亮，电话 13800138000',
      place: { area: '450802001013001' },
    }),
  });
  expect(filed.status).toBe(201);
  await expect.poll(() => service.pushed.length, { timeout: 30_000 }).toBeGreaterThan(0);
  const [sent] = service.pushed;
  expect(isSignedFor(service.origin, sent?.headers.authorization ?? '')).toBe(true);
  const text = own.read(sent?.body ?? Buffer.alloc(0));
  const alert = JSON.parse(text) as PushMessage;
  expect(alert.text).toMatch(/^新诉求待受理：.+（\d{8}-[0-9A-Z]{6}）$/);
  expect(text).not.toMatch(/王五|13800138000/);

  await deliver(text);
  const shown = () =>
    page.evaluate(async () =>
      (await (await navigator.serviceWorker.ready).getNotifications()).map(({ title, body, data, tag }) => ({
        title,
        body,
        tag,
        open: (data as { open: string }).open,
      })),
    );
  await expect.poll(shown).toEqual([{ title: alert.title, body: alert.text, tag: alert.id, open: alert.caseId }]);
  // The same again takes its place.
  await deliver(text);
  expect(await shown()).toHaveLength(1);

  // Tapped with the app open, the worker asks it to show the case.
  await page.evaluate((open) => {
    navigator.serviceWorker.dispatchEvent(new MessageEvent('message', { data: { open } }));
  }, alert.caseId);
  await page.waitForURL(`**/field/cases/${alert.caseId}`);

  await page.goBack();
  await page.getByRole('button', { name: '退出登录' }).click();
  await page.getByLabel('用户名').waitFor();
  expect(await devicesOfJia()).toEqual([]);
});

/// <reference lib="webworker" />
import { localeFrom, say } from '@gezhi/contract/words/index';
import { sendWaiting } from '../queue/send-waiting.ts';
import { alertOf, caseToOpen, shownAs } from './alert.ts';
import { fileList, shellOf } from './shell.ts';
import { takeShare } from './share.ts';

/** The files of the app, with a mark of their content; written in by the build. */
declare const GEZHI_FIELD_FILES: { readonly version: string; readonly files: readonly string[] };

const self = globalThis as unknown as ServiceWorkerGlobalScope;
const { version, files } = GEZHI_FIELD_FILES;
const shellCache = `gezhi-field-${version}`;
const pictureCache = 'gezhi-pictures';
const mostPictures = 300;
const shellAddress = '/field';

self.addEventListener('install', (event) => {
  event.waitUntil(install());
});

/** Takes the whole app or nothing: half of one would start and break. Files that an older version has are not fetched again. */
async function install(): Promise<void> {
  const cache = await caches.open(shellCache);
  for (const file of fileList(files)) {
    const known = await caches.match(file);
    await (known === undefined ? cache.add(new Request(file, { cache: 'no-cache' })) : cache.put(file, known));
  }
  const page = await fetch(shellAddress, { cache: 'no-store', credentials: 'omit' });
  if (!page.ok) throw new Error(`the page answered ${page.status}`);
  await cache.put(shellAddress, await shellOf(page));
}

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      const names = await caches.keys();
      const old = names.filter((name) => name.startsWith('gezhi-field-') && name !== shellCache);
      await Promise.all(old.map((name) => caches.delete(name)));
      await self.clients.claim();
    })(),
  );
});

self.addEventListener('message', (event) => {
  // The person said so: what they type is on the phone, and the page is loaded anew.
  if (event.data === 'takeOver') void self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (request.method === 'POST' && url.pathname === '/field/share') event.respondWith(takeShare(request));
  else if (request.method !== 'GET') return;
  else if (request.mode === 'navigate') {
    if (/^\/field(\/|$)/.test(url.pathname)) event.respondWith(shell(request));
  } else if (url.pathname.startsWith('/assets/') || files.includes(url.pathname)) event.respondWith(asset(request));
  else if (/^\/files\/[^/]+\/480$/.test(url.pathname)) event.respondWith(picture(event, request));
});

/** The app from the phone, at once and without a line; a newer one is fetched beside it. */
async function shell(request: Request): Promise<Response> {
  const cache = await caches.open(shellCache);
  return (await cache.match(shellAddress)) ?? fetch(request);
}

async function asset(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreSearch: true })) ?? fetch(request);
}

/** Small pictures of cases, as they were seen; the same address is always the same picture. */
async function picture(event: FetchEvent, request: Request): Promise<Response> {
  const cache = await caches.open(pictureCache);
  const known = await cache.match(request);
  if (known !== undefined) return known;
  const response = await fetch(request);
  if (response.ok) event.waitUntil(keepPicture(cache, request, response.clone()));
  return response;
}

async function keepPicture(cache: Cache, request: Request, response: Response): Promise<void> {
  try {
    await cache.put(request, response);
    const keys = await cache.keys();
    await Promise.all(keys.slice(0, Math.max(0, keys.length - mostPictures)).map((key) => cache.delete(key)));
  } catch {
    // No room: what people took themselves matters more.
  }
}

/** The browser says that the line is back. A help where the app is closed; the app itself does not count on it. */
self.addEventListener('sync', (event) => {
  const woken = event as ExtendableEvent & { readonly tag: string };
  if (woken.tag === 'gezhi-queue') woken.waitUntil(sendWaiting('zh-CN', 'asked'));
});

self.addEventListener('push', (event) => {
  const alert = alertOf(event.data?.text() ?? '');
  const locale = localeFrom(navigator.language);
  // A browser takes the permission back from whoever is woken and shows nothing.
  const shown =
    alert === undefined
      ? self.registration.showNotification(say(locale, 'field.install.name'), {
          body: say(locale, 'field.alerts.some'),
        })
      : self.registration.showNotification(alert.title, shownAs(alert));
  event.waitUntil(shown);
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(openCase(caseToOpen(event.notification.data)));
});

/** Shows the case in the app where it is open, what was typed there is kept; else opens the app with it. */
async function openCase(id: string | undefined): Promise<void> {
  const [open] = await self.clients.matchAll({ type: 'window' });
  if (open === undefined) {
    await self.clients.openWindow(id === undefined ? '/field/unread' : `/field/cases/${id}`);
    return;
  }
  await open.focus();
  if (id !== undefined) open.postMessage({ open: id }, []);
}

/** The push service gave this phone another address: the server is told, if somebody is still signed in. */
self.addEventListener('pushsubscriptionchange', (event) => {
  (event as ExtendableEvent).waitUntil(
    (async () => {
      const read = await fetch('/api/push', { credentials: 'same-origin' });
      if (!read.ok) return;
      const { key } = (await read.json()) as { readonly key: string };
      const made = await self.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
      const { endpoint, keys } = made.toJSON();
      await fetch('/api/push/devices', {
        method: 'PUT',
        credentials: 'same-origin',
        headers: { 'content-type': 'application/json', 'accept-language': navigator.language },
        body: JSON.stringify({ endpoint, keys }),
      });
    })(),
  );
});

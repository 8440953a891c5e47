import { z } from 'zod';
import { defineRoute } from '../route.ts';
import { text } from '../shapes.ts';

const bytes = (count: number) => z.string().regex(new RegExp(`^[A-Za-z0-9_-]{${Math.ceil((count * 4) / 3)}}=?$`));

/** A browser's push subscription, as `PushSubscription.toJSON()` gives it. */
export const pushSubscription = z
  .object({
    endpoint: text(2_000),
    keys: z.object({
      /** P-256 public key of the browser, base64url. */
      p256dh: bytes(65),
      /** Secret of 16 bytes, base64url. */
      auth: bytes(16),
    }),
  })
  .meta({ id: 'PushSubscription' });
export type PushSubscriptionBody = z.output<typeof pushSubscription>;

/** SHA-256 of the endpoint, base64url: names a device without telling its address. */
const mark = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** Alerts on the asker's own devices: a help beside the unread list, never in its place. */
export const pushRoutes = {
  read: defineRoute({
    name: 'push.read',
    method: 'GET',
    path: '/api/push',
    summary: 'The server’s public key and which devices of the asker are alerted',
    access: 'session',
    answer: z.object({
      /** VAPID public key, base64url, for `PushManager.subscribe`. */
      key: z.string(),
      devices: z.array(mark),
    }),
    status: 200,
  }),
  add: defineRoute({
    name: 'push.add',
    method: 'PUT',
    path: '/api/push/devices',
    summary: 'Alerts a device of the asker from now on, in the language asked in',
    access: 'session',
    body: pushSubscription,
    answer: z.object({ mark }),
    status: 200,
  }),
  remove: defineRoute({
    name: 'push.remove',
    method: 'DELETE',
    path: '/api/push/devices/:mark',
    summary: 'Alerts a device of the asker no more; done twice it changes nothing',
    access: 'session',
    params: z.object({ mark }),
    status: 204,
  }),
} as const;

/** What the service worker is sent. Nothing in it says who somebody is. */
export const pushMessage = z.object({
  /** The notice; a second message about it replaces the first. */
  id: z.string(),
  caseId: z.string(),
  title: z.string(),
  text: z.string(),
  /** Language of both texts. */
  lang: z.string(),
});
export type PushMessage = z.output<typeof pushMessage>;

import { createECDH } from 'node:crypto';
import { request as plainRequest } from 'node:http';
import { request } from 'node:https';
import type { PushSubscriptionBody } from '@gezhi/contract/notices/index';
import type { Config } from '../../config/index.ts';
import type { Keys } from '../../keys/index.ts';
import { NotDelivered } from '../gateway.ts';
import { mayBePushedTo } from './address.ts';
import { publicLookup } from './public-lookup.ts';
import { vapidKeys } from './vapid.ts';

/** Alerts on devices, by whatever push service their browser uses. */
export interface PushGateway {
  /** VAPID public key for `PushManager.subscribe`, base64url. */
  readonly publicKey: string;
  /** Whether a device may be written to: where it is, and whether its key is one. */
  readonly takes: (subscription: PushSubscriptionBody) => boolean;
  /**
   * Encrypts a text for one device and hands it to its push service.
   * @throws NotDelivered with a stable code; `gone` when the device will never be reached again
   */
  readonly send: (subscription: PushSubscriptionBody, text: string) => Promise<void>;
}

const patienceMs = 10_000;
/** A phone that was off for longer finds it in the unread list. */
const keptSeconds = 12 * 3_600;
/** The service answers so when the person took the permission back or the browser is gone. */
const gone: readonly number[] = [404, 410];

interface Sent {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body: Buffer;
}

/** Status of the answer. Its words are not read: nobody knows how long they are. */
function statusOf(endpoint: string, { method, headers, body }: Sent, trusted: boolean): Promise<number> {
  return new Promise((resolve, reject) => {
    const open = endpoint.startsWith('http:') ? plainRequest : request;
    const options = { method, headers, timeout: patienceMs, ...(!trusted && { lookup: publicLookup }) };
    const sending = open(endpoint, { ...options, signal: AbortSignal.timeout(patienceMs) }, (answer) => {
      resolve(answer.statusCode ?? 0);
      answer.destroy();
    });
    sending.on('error', reject);
    sending.end(body);
  });
}

/** Whom a push service may turn to about what we send (RFC 8292). */
const contactOf = ({ publicUrl, mail }: Pick<Config, 'publicUrl' | 'mail'>): string =>
  publicUrl.startsWith('https:') ? publicUrl : `mailto:${mail?.from ?? 'gezhi@example.org'}`;

/** Whether it is a point of the curve: with another nothing can be encrypted. */
function isPublicKey(text: string): boolean {
  const pair = createECDH('prime256v1');
  pair.generateKeys();
  try {
    pair.computeSecret(text, 'base64url');
    return true;
  } catch {
    return false;
  }
}

/** Web push (RFC 8030, 8291, 8292) with the keys of this installation. */
export function openPush(
  config: Pick<Config, 'publicUrl' | 'mail' | 'pushTrusted'>,
  keys: Pick<Keys, 'hmac'>,
): PushGateway {
  const vapid = vapidKeys(keys);
  const takes = ({ endpoint, keys: { p256dh } }: PushSubscriptionBody) =>
    mayBePushedTo(endpoint, config.pushTrusted) && isPublicKey(p256dh);
  return {
    publicKey: vapid.publicKey,
    takes,
    send: async (subscription, text) => {
      const { endpoint } = subscription;
      // The settings may have changed since it was subscribed.
      if (!takes(subscription)) throw new NotDelivered('gone');
      const { default: push } = await import('web-push');
      const details = push.generateRequestDetails(subscription, text, {
        vapidDetails: { subject: contactOf(config), ...vapid },
        TTL: keptSeconds,
        urgency: 'high',
      });
      const trusted = config.pushTrusted.includes(new URL(endpoint).origin);
      const status = await statusOf(endpoint, details, trusted).catch((error: unknown) => {
        throw new NotDelivered('unreachable', error);
      });
      if (gone.includes(status)) throw new NotDelivered('gone');
      if (status < 200 || status > 299) throw new NotDelivered(`status ${status}`);
    },
  };
}

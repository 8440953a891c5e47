import { createECDH } from 'node:crypto';
import type { Keys } from '../../keys/index.ts';

/** The pair by which push services know this installation (RFC 8292), base64url. */
export interface VapidKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

/**
 * Made from the master key, so that every server of an installation has the same and nothing more has to be kept: browsers
 * that subscribed stay subscribed. Not every 32 bytes are a private key, so the next ones are taken where they are not.
 */
export function vapidKeys(keys: Pick<Keys, 'hmac'>): VapidKeys {
  for (let count = 1; ; count += 1) {
    const privateKey = keys.hmac('push', `vapid ${count}`);
    const pair = createECDH('prime256v1');
    try {
      pair.setPrivateKey(privateKey, 'base64url');
    } catch (error) {
      if (count === 10) throw error;
      continue;
    }
    return { privateKey, publicKey: pair.getPublicKey('base64url') };
  }
}

import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Keys } from '../keys/index.ts';

/** Beginning of the names of better-auth's cookies. */
export const cookiePrefix = 'gezhi';

/** The secret that better-auth signs its cookies with. */
export const authSecret = (keys: Keys): string => keys.hmac('better-auth', 'secret');

/** Whether cookies are for https only. */
export const isSecure = (publicUrl: string): boolean => publicUrl.startsWith('https:');

export function cookieIn(header: string | undefined, name: string): string | undefined {
  const part = header?.split(/; */).find((one) => one.startsWith(`${name}=`));
  if (part === undefined) return undefined;
  try {
    return decodeURIComponent(part.slice(name.length + 1));
  } catch {
    return undefined;
  }
}

/** The value of a signed cookie: `value.base64(HMAC-SHA-256)`, as better-auth signs them. */
export function signedValue(cookie: string | undefined, secret: string): string | undefined {
  const dot = cookie?.lastIndexOf('.') ?? -1;
  if (cookie === undefined || dot < 1) return undefined;
  const value = cookie.slice(0, dot);
  const given = Buffer.from(cookie.slice(dot + 1), 'base64');
  const ours = createHmac('sha256', secret).update(value).digest();
  return given.length === ours.length && timingSafeEqual(given, ours) ? value : undefined;
}

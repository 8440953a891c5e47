import { parseFollowCode } from '@gezhi/domain/cases/index';
import type { Keys } from '../keys/index.ts';

/** The keyed hash under which a follow code is kept. */
export const followHash = (keys: Keys, code: string): string => keys.hmac('follow', code);

/** The hash of a code as somebody typed it; undefined for what cannot be one. */
export function typedHash(keys: Keys, typed: string): string | undefined {
  const parsed = parseFollowCode(typed);
  return parsed.ok ? followHash(keys, parsed.code) : undefined;
}

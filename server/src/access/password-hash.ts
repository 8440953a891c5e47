import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

// OWASP's first choice for argon2id: 19 MiB, two passes, one lane. The package's default algorithm is argon2id.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** One spelling whatever the keyboard: full-width and half-width letters are the same password. */
function plain(password: string): string {
  return password.normalize('NFKC');
}

/** A password as it is stored (argon2id with its salt and cost). */
export function hashPassword(password: string): Promise<string> {
  return hash(plain(password), cost);
}

export function verifyPassword(hashed: string, password: string): Promise<boolean> {
  return verify(hashed, plain(password));
}

/**
 * The hash of a password nobody knows: an account that was invited but not yet opened is refused in the same time
 * as one with a wrong password.
 */
export function hashNothing(): Promise<string> {
  return hash(randomBytes(32), cost);
}

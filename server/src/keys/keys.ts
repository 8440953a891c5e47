import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';

/** A key of 32 bytes with the short id that stands in front of what it sealed. */
export interface MasterKey {
  readonly id: string;
  readonly key: Uint8Array;
}

/** Key of one person's fields. Destroying its wrapped form makes everything sealed with it unreadable. */
export type SubjectKey = Uint8Array;

/** Encryption and keyed hashes. All texts are UTF-8; sealed texts are ASCII and fit a text column. */
export interface Keys {
  newSubjectKey(): SubjectKey;
  /** A subject key in the form in which it is stored. */
  wrap(key: SubjectKey): string;
  /** @throws Unreadable when it was wrapped with a master key the program does not have. */
  unwrap(wrapped: string): SubjectKey;
  /** Seals a text with AES-256-GCM. What was sealed in one `context` does not open in another. */
  seal(key: SubjectKey, text: string, context?: string): string;
  /** @throws Unreadable when the key or context is another, or the text was changed. */
  open(key: SubjectKey, sealed: string, context?: string): string;
  /** Seals with the current master key: what belongs to nobody in particular. */
  sealOwn(text: string, context?: string): string;
  openOwn(sealed: string, context?: string): string;
  /** Keyed hash by which equal texts are found without reading them (HMAC-SHA-256, base64url). */
  blindIndex(text: string): string;
  /** Keyed hash for one purpose (HMAC-SHA-256, base64url); hashes of two purposes say nothing of each other. */
  hmac(purpose: string, text: string): string;
}

/** Thrown when a sealed text cannot be opened. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

function sealBytes(key: Uint8Array | KeyObject, bytes: Uint8Array, context: string): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(algorithm, key, iv).setAAD(Buffer.from(context));
  return Buffer.concat([iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]).toString('base64url');
}

function openBytes(key: Uint8Array | KeyObject, sealed: string, context: string): Buffer {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < ivBytes + tagBytes) throw new Unreadable('sealed text is too short');
  const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes })
    .setAAD(Buffer.from(context))
    .setAuthTag(bytes.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(ivBytes, -tagBytes)), decipher.final()]);
  } catch (error) {
    throw new Unreadable('sealed text does not open with this key', { cause: error });
  }
}

/** A key for one purpose. Made once and kept: with a key given as bytes each hash or seal takes six times as long. */
function derive(master: MasterKey, purpose: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', master.key, '', `gezhi ${purpose}`, 32)));
}

/**
 * Keys over the master keys, the current one first. New texts are sealed with the current one; hashes come from
 * the oldest, because a hash must stay the same when a key is added.
 */
export function keysOver(masters: readonly [MasterKey, ...MasterKey[]]): Keys {
  const [current] = masters;
  const oldest = masters.at(-1) ?? current;
  const wrapping = new Map(masters.map((master) => [master.id, derive(master, 'wrap')]));
  const wrapKey = wrapping.get(current.id) ?? derive(current, 'wrap');
  const hashing = new Map<string, KeyObject>();

  function sealMaster(bytes: Uint8Array, context: string): string {
    return `${current.id}.${sealBytes(wrapKey, bytes, context)}`;
  }
  function openMaster(sealed: string, context: string): Buffer {
    const dot = sealed.indexOf('.');
    const key = wrapping.get(sealed.slice(0, dot));
    if (key === undefined) throw new Unreadable(`no master key ${sealed.slice(0, Math.max(dot, 0))}`);
    return openBytes(key, sealed.slice(dot + 1), context);
  }
  function hmac(purpose: string, text: string): string {
    const key = hashing.get(purpose) ?? derive(oldest, `hmac ${purpose}`);
    hashing.set(purpose, key);
    return createHmac('sha256', key).update(text).digest('base64url');
  }
  return {
    newSubjectKey: () => randomBytes(32),
    wrap: (key) => sealMaster(key, 'subject key'),
    unwrap: (wrapped) => openMaster(wrapped, 'subject key'),
    seal: (key, text, context = '') => sealBytes(key, Buffer.from(text), context),
    open: (key, sealed, context = '') => openBytes(key, sealed, context).toString(),
    sealOwn: (text, context = '') => sealMaster(Buffer.from(text), `own ${context}`),
    openOwn: (sealed, context = '') => openMaster(sealed, `own ${context}`).toString(),
    blindIndex: (text) => hmac('blind index', text),
    hmac,
  };
}

/** A word that only these keys make, and that says nothing about them: the same however many keys are added. */
export function keyMark(keys: Keys): string {
  return keys.hmac('backup', 'which keys are these');
}

import { canonicalJson } from './canonical.ts';
import type { CanonicalRefusal } from './canonical.ts';

/** SHA-256 of a text's UTF-8 bytes as 64 lower-case hexadecimal digits; the caller brings it. */
export type Sha256 = (text: string) => string;

/** What stands before the first event of a chain. */
export const genesis = '0'.repeat(64);

export type Link = { readonly ok: true; readonly hash: string } | CanonicalRefusal;

/** An event as stored: with the hash of its predecessor and its own. */
export interface Linked {
  readonly event: unknown;
  readonly prev: string;
  readonly hash: string;
}

/**
 * The hash of an event in its chain: SHA-256 of the canonical JSON of `{"event": …, "prev": "…"}`. The event is to
 * name its case and its place in it, so that no link fits anywhere else.
 */
export function linkOf(prev: string, event: unknown, sha256: Sha256): Link {
  const canonical = canonicalJson({ event, prev });
  return canonical.ok ? { ok: true, hash: sha256(canonical.text) } : canonical;
}

export type ChainCheck =
  | { readonly ok: true; readonly head: string; readonly length: number }
  | {
      readonly ok: false;
      /** Index of the first broken link; the length of the chain when only its head is wrong. */
      readonly at: number;
      readonly reason: /** It does not follow the event before it: one was taken out, put in or moved. */
        | 'prev'
        /** The event is not what was hashed. */
        | 'hash'
        /** The event has no canonical form, so it was never hashed by us. */
        | 'canonical'
        /** All links hold, but they do not lead to the head on record: the last events are missing. */
        | 'head';
    };

/**
 * Walks a chain from its first event and names the first broken link. Give the head kept elsewhere (the case's row,
 * a published daily root): without it, a chain cut short still holds.
 */
export function verifyChain(links: Iterable<Linked>, sha256: Sha256, recordedHead?: string): ChainCheck {
  let head = genesis;
  let at = 0;
  for (const { event, prev, hash } of links) {
    if (prev !== head) return { ok: false, at, reason: 'prev' };
    const link = linkOf(prev, event, sha256);
    if (!link.ok) return { ok: false, at, reason: 'canonical' };
    if (link.hash !== hash) return { ok: false, at, reason: 'hash' };
    head = hash;
    at += 1;
  }
  if (recordedHead !== undefined && recordedHead !== head) return { ok: false, at, reason: 'head' };
  return { ok: true, head, length: at };
}

import { refuse, type Refusal } from '../refusal.ts';

/** The ETag of a version of a thing. */
export function etagOf(version: number | string): string {
  return `"${version}"`;
}

/**
 * The version an If-Match header names; undefined for none or `*`. Weak tags and lists are read by their first. What is no
 * tag is read as it stands, so that it fits no version: only `*` means any.
 */
export function versionIn(header: string | undefined): string | undefined {
  if (header === undefined || header.trim() === '*') return undefined;
  return /^\s*(?:W\/)?"([^"]*)"/.exec(header)?.[1] ?? `?${header}`;
}

/**
 * Refuses a change made on an older version, naming the fields that changed since where they are known.
 * @param asked version from If-Match; undefined (`*`) fits any.
 */
export function refuseStale(
  asked: string | undefined,
  current: number | string,
  changed: readonly string[] = [],
): Refusal | undefined {
  if (asked === undefined || asked === String(current)) return undefined;
  const errors = changed.map((path) => ({ path, code: 'changed' }));
  return refuse('http.stale', { params: { version: String(current) }, ...(errors.length === 0 ? {} : { errors }) });
}

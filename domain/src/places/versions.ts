/** A stretch of time in epoch milliseconds: from included, to excluded; open when `to` is absent. */
export interface Validity {
  readonly from: number;
  readonly to?: number;
}

/** The version that holds at an instant. */
export function versionAt<V extends Validity>(versions: readonly V[], instant: number): V | undefined {
  return versions.find((version) => version.from <= instant && (version.to === undefined || instant < version.to));
}

/** What putting a new version from an instant does to those that exist. */
export interface VersionChange<V> {
  /** The one that held then and now ends there. */
  readonly shortened?: { readonly version: V; readonly to: number };
  /** One that began at exactly that instant and is replaced. */
  readonly replaced?: V;
  /** When the new version ends: where the next one already begins, or open. */
  readonly to?: number;
}

/**
 * Puts a version into a gapless line: the one in force ends where the new one begins, a later one stays. So a
 * redrawn grid can be entered before or after the day it takes effect.
 */
export function placeVersion<V extends Validity>(versions: readonly V[], from: number): VersionChange<V> {
  const replaced = versions.find((version) => version.from === from);
  const before = versionAt(versions, from);
  const next = versions
    .filter((version) => version.from > from)
    .reduce<number | undefined>((first, { from: start }) => Math.min(first ?? Infinity, start), undefined);
  return {
    ...(replaced === undefined ? {} : { replaced }),
    ...(replaced === undefined && before !== undefined ? { shortened: { version: before, to: from } } : {}),
    ...(next === undefined ? {} : { to: next }),
  };
}

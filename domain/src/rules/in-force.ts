import type { Instant } from '../time.ts';

/** What tells one version of a kind of rules from another. */
export interface RuleVersion {
  readonly version: number;
  readonly validFrom: Instant;
}

/**
 * The version in force at an instant: the last to begin by then, and of those that begin together the newest. So a
 * version that waits is replaced by another with the same beginning. Before the first one begins the first holds,
 * because cases brought in from elsewhere are older than the county's rules.
 */
export function inForce<Version extends RuleVersion>(versions: readonly Version[], at: Instant): Version | undefined {
  const begun = versions.filter(({ validFrom }) => validFrom <= at);
  if (begun.length === 0) return versions.reduce<Version | undefined>((first, one) => earlier(first, one), undefined);
  return begun.reduce((best, one) => (beginsLater(one, best) ? one : best));
}

const beginsLater = (a: RuleVersion, b: RuleVersion): boolean =>
  a.validFrom > b.validFrom || (a.validFrom === b.validFrom && a.version > b.version);

const earlier = <Version extends RuleVersion>(a: Version | undefined, b: Version): Version =>
  a === undefined || beginsLater(a, b) ? b : a;

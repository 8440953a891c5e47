import type { RuleVersionRow } from '@gezhi/contract/rules/index';
import { inForce, type RuleKind, ruleKinds } from '@gezhi/domain/rules/index';
import type { Instant } from '@gezhi/domain/time';
import type { Trx } from '../database/index.ts';
import { findVersion, listHeads, type RuleHead } from './store.ts';

/** How a version stands at an instant among those of its kind. */
function standingOf(head: RuleHead, all: readonly RuleHead[], now: Instant): RuleVersionRow['standing'] {
  const versions = all
    .filter(({ kind }) => kind === head.kind)
    .map(({ version, valid_from: from }) => ({ version, validFrom: Date.parse(from) }));
  if (inForce(versions, now)?.version === head.version) return 'inForce';
  return Date.parse(head.valid_from) > now ? 'waiting' : 'past';
}

function presented(head: RuleHead, all: readonly RuleHead[], now: Instant): RuleVersionRow {
  return {
    kind: ruleKinds.find((kind) => kind === head.kind) ?? 'settings',
    version: head.version,
    validFrom: head.valid_from,
    note: head.note,
    createdAt: head.created_at,
    ...(head.created_by !== null && { createdBy: head.created_by }),
    standing: standingOf(head, all, now),
  };
}

/** Versions of a kind, or of every kind the one in force, as they stand at an instant. */
export async function readVersions(
  trx: Trx,
  county: string,
  kind: RuleKind | undefined,
  now: Instant,
): Promise<RuleVersionRow[]> {
  const heads = await listHeads(trx, county, kind);
  const rows = heads.map((head) => presented(head, heads, now));
  return kind === undefined ? rows.filter(({ standing }) => standing === 'inForce') : rows;
}

/** One version with its body. */
export async function readVersion(
  trx: Trx,
  county: string,
  kind: RuleKind,
  version: number,
  now: Instant,
): Promise<(RuleVersionRow & { body: Record<string, unknown> }) | undefined> {
  const row = await findVersion(trx, county, kind, version);
  if (row === undefined) return undefined;
  const heads = await listHeads(trx, county, kind);
  return { ...presented(row, heads, now), body: row.body as Record<string, unknown> };
}

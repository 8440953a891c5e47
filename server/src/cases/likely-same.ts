import { type Case, likeCategory, likeness, sameMatter, type SameReason } from '@gezhi/domain/cases/index';
import { distanceMetres } from '@gezhi/domain/places/index';
import type { Trx } from '../database/index.ts';
import { listNear } from './list-store.ts';
import { boxAround } from './nearby-cases.ts';

const dayMs = 86_400_000;
const reachMetres = 300;
const reachDays = 30;
const leastLikeness = 0.35;

export interface LikelySame {
  readonly found: Case;
  readonly likeness: number;
  readonly metres?: number;
  readonly reasons: readonly SameReason[];
}

/** Open cases around that may be the same matter, the likeliest first. A person decides. */
export async function likelySame(trx: Trx, found: Case): Promise<readonly LikelySame[]> {
  if (!found.point) return [];
  const { point } = found;
  const since = new Date(found.reportedAt - reachDays * dayMs).toISOString();
  const around = await listNear(trx, found.county, boxAround(point, reachMetres), since);
  return around
    .filter((other) => other.id !== found.id)
    .map((other) => compare(found, other, other.point ? distanceMetres(other.point, point) : undefined))
    .filter((pair) => pair.likeness >= leastLikeness)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, 10);
}

function compare(found: Case, other: Case, metres: number | undefined): LikelySame {
  const [mine, theirs] = [found.report.reporter, other.report.reporter];
  const { likeness: total, reasons } = sameMatter({
    text: likeness(found.report.description, other.report.description),
    ...(metres !== undefined && { metres }),
    likeCategory: likeCategory(found.category, other.category),
    daysApart: Math.abs(found.reportedAt - other.reportedAt) / dayMs,
    sameReporter: mine.kind === 'staff' && theirs.kind === 'staff' && mine.person === theirs.person,
  });
  return { found: other, likeness: total, reasons, ...(metres !== undefined && { metres }) };
}

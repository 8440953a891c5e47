import { type CaseEvent, fold, genesis, verifyChain } from '@gezhi/domain/cases/index';
import type { CaseDeps } from './deps.ts';
import { listChains } from './audit-store.ts';
import { sha256 } from './record-decision.ts';

/** What the walk over every chain found. */
export interface AuditResult {
  readonly cases: number;
  readonly events: number;
  readonly broken: readonly {
    readonly county: string;
    readonly caseId: string;
    readonly seq: number;
    readonly reason: string;
  }[];
}

const pageSize = 200;

/** Walks the chain of every case: each link, the recorded head, and that the stored case is the fold of its events. */
export async function auditCases(deps: Pick<CaseDeps, 'db'>, counties: readonly string[]): Promise<AuditResult> {
  const broken: AuditResult['broken'][number][] = [];
  let cases = 0;
  let events = 0;
  for (const county of counties) {
    for (let after = ''; ; ) {
      const page = await deps.db.transaction({ county, system: true }, (trx) =>
        listChains(trx, county, after, pageSize),
      );
      for (const { id, head, doc, links } of page) {
        cases += 1;
        events += links.length;
        const fault = faultOf(head, doc, links);
        if (fault) broken.push({ county, caseId: id, ...fault });
      }
      const last = page.at(-1);
      if (!last || page.length < pageSize) break;
      after = last.id;
    }
  }
  return { cases, events, broken };
}

type Links = readonly { seq: number; event: unknown; prev: string; hash: string }[];

function faultOf(head: string, doc: unknown, links: Links): { seq: number; reason: string } | undefined {
  const gap = links.findIndex((link, index) => link.seq !== index + 1);
  if (gap !== -1 || links.length === 0) return { seq: gap + 1, reason: 'gap' };
  if (links[0]?.prev !== genesis) return { seq: 1, reason: 'prev' };
  const check = verifyChain(links, sha256, head);
  if (!check.ok) return { seq: links[check.at]?.seq ?? links.length, reason: check.reason };
  const folded = fold(links.map((link) => link.event as CaseEvent));
  return same(folded, doc) ? undefined : { seq: links.length, reason: 'projection' };
}

/** Equal as JSON, whatever the order of properties: the database does not keep it. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(JSON.parse(JSON.stringify(a)))) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}

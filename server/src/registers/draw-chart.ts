import { inLocale, type Locale, sayNamed } from '@gezhi/contract/words/index';
import type { Trx } from '../database/index.ts';
import { rolesOf } from '../people/index.ts';
import type { Refusal } from '../refusal.ts';
import type { Chart, ChartLine } from './chart-page.ts';
import { postsAt } from './chart-store.ts';
import { iso, refuseArea, refuseRight, type RegisterDeps, type Staff } from './deps.ts';
import { countAnchored, listEntryRows, type StoredEntry } from './entry-store.ts';
import { ownerNames } from './group-store.ts';
import { type Named, readNamed } from './names.ts';

const chinaOffsetMs = 8 * 3_600_000;
const mostEntries = 500;

function textOf(entry: StoredEntry, field: string): string {
  const value = entry.body[field];
  return typeof value === 'string' ? value : '';
}

function lineOf(entry: StoredEntry, names: Named, where: string, locale: Locale): ChartLine {
  const scheme = textOf(entry, 'scheme');
  const person = entry.person === null ? undefined : names.people.get(entry.person);
  const org = entry.org === null ? undefined : names.orgs.get(entry.org);
  const address = entry.household === null ? undefined : names.households.get(entry.household);
  return {
    who: person ?? org ?? '',
    note: person === undefined ? '' : (org ?? ''),
    where,
    what: [
      sayNamed(locale, `registers.choice.scheme.${scheme}`, scheme),
      textOf(entry, 'what'),
      address ?? '',
      textOf(entry, 'duties'),
    ]
      .filter((part) => part !== '')
      .join(' · '),
  };
}

/** Entries of a kind in an area and all under it that hold at an instant. */
async function entriesUnder(
  trx: Trx,
  county: string,
  kind: string,
  area: string,
  now: number,
): Promise<readonly StoredEntry[]> {
  const rows = await listEntryRows(trx, county, { kind, area, ended: false }, iso(now), undefined, mostEntries);
  return rows.filter((row) => Date.parse(row.from_at) <= now);
}

/** What the responsibility chart of an area shows now: its posts, those responsible by rank, its anchor households. */
export async function drawChart(
  trx: Trx,
  deps: Pick<RegisterDeps, 'clock' | 'isArea' | 'namesOf'>,
  actor: Staff,
  asked: { readonly code: string; readonly locale: Locale },
): Promise<Chart | Refusal> {
  const { code, locale } = asked;
  const refusal = refuseArea(deps, code, 'code') ?? refuseRight(actor, 'register.read', [code]);
  if (refusal !== undefined) return refusal;
  const { county } = actor;
  const now = deps.clock.now();
  const roles = await rolesOf(trx, county, now);
  const posts = await postsAt(trx, county, code, iso(now));
  const responsible = await entriesUnder(trx, county, 'responsibility', code, now);
  const anchors = await entriesUnder(trx, county, 'anchorHousehold', code, now);
  const names = await readNamed(trx, county, [...responsible, ...anchors]);
  const heads = await ownerNames(
    trx,
    county,
    anchors.map((anchor) => textOf(anchor, 'post')).filter((post) => post !== ''),
  );
  const counts = await countAnchored(
    trx,
    county,
    anchors.map(({ id }) => id),
  );
  const whereOf = (area: string) => deps.namesOf(area).at(-1)?.name ?? area;
  const chain = deps.namesOf(code);
  return {
    name: chain.at(-1)?.name ?? code,
    code,
    above: chain.slice(0, -1).map(({ name }) => name),
    day: new Date(now + chinaOffsetMs).toISOString().slice(0, 10),
    posts: roles.flatMap((role) => {
      const holders = posts.filter((post) => post.role === role.id);
      const shown = holders.map(({ name, orgName }) => (orgName === null ? name : `${name} (${orgName})`));
      return holders.length === 0 ? [] : [{ role: inLocale(locale, role.name), names: shown }];
    }),
    ranks: Object.groupBy(
      responsible.map((entry) => ({
        ...lineOf(entry, names, whereOf(entry.area), locale),
        rank: textOf(entry, 'rank'),
      })),
      ({ rank }) => rank,
    ) as Chart['ranks'],
    anchors: anchors.map((anchor) => ({
      name: textOf(anchor, 'name'),
      head: (anchor.person === null ? heads.get(textOf(anchor, 'post')) : names.people.get(anchor.person)) ?? '',
      households: counts.get(anchor.id) ?? 0,
    })),
  };
}

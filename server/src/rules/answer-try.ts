import type { ruleRoutes, TriedAnswer } from '@gezhi/contract/rules/index';
import type { BodyOf } from '@gezhi/contract/route';
import type { Actor } from '@gezhi/domain/access/index';
import { type Body, type Desk, levels } from '@gezhi/domain/cases/index';
import { type AreaKind, findKind } from '@gezhi/domain/places/index';
import { scopeOf } from '../database/index.ts';
import type { Deps } from '../deps.ts';
import type { Places } from '../places/index.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { listOrganisationLines } from './known-store.ts';
import { findCut } from './rule-book.ts';
import { categoriesOf, domainRules } from './rules-at.ts';
import { type Names, tryRules } from './try-rules.ts';

type Has = Pick<Deps, 'db' | 'clock'> & { readonly places: Pick<Places, 'find' | 'locate' | 'areasOf'> };
type Given = BodyOf<typeof ruleRoutes.tryOut>;

/** Desks of a county: its live areas whose kind has one. */
function desksOf(places: Has['places'], county: string, kinds: readonly AreaKind[]): readonly Desk[] {
  return [...places.areasOf(county).values()].flatMap(({ code, kind, retiredAt }): Desk[] => {
    const found = findKind(kinds, kind);
    if (found?.desk !== true || retiredAt !== undefined) return [];
    const level = code === county ? 'county' : found.size === 'large' ? 'street' : 'community';
    return [{ area: code, level }];
  });
}

const wrong = (path: string, code: string, id = ''): Refusal =>
  refuse('rules.invalid', { errors: [{ path, code, params: { id } }] });

/** The area asked about: given, or found from the point. */
function areaOf({ places }: Has, county: string, given: Given): string | Refusal {
  const located = given.point && places.locate(given.point);
  const area = given.area ?? located?.smallest;
  const found = area === undefined ? undefined : places.find(area);
  if (found === undefined || !found.code.startsWith(county)) {
    return wrong(given.area === undefined ? 'point' : 'area', 'rules.unknownPlace', given.area);
  }
  return found.code;
}

/** Answers what would become of a matter, with names filled in. */
export async function answerTry(
  deps: Has,
  actor: Extract<Actor, { kind: 'staff' }>,
  given: Given,
): Promise<TriedAnswer | Refusal> {
  const { county } = actor;
  const area = areaOf(deps, county, given);
  if (typeof area !== 'string') return area;
  const at = given.at === undefined ? deps.clock.now() : Date.parse(given.at);
  return deps.db.transaction(scopeOf(actor, county), async (trx) => {
    const cut = await findCut(trx, county, at);
    if (cut === undefined) return refuse('rules.notFound');
    if (!categoriesOf(cut).byCode.has(given.category))
      return wrong('category', 'rules.unknownCategory', given.category);
    const rows = cut.dutyList.body.rows.flatMap(({ lead, supporting }) => [lead, ...supporting]);
    const ids = rows.flatMap((body) => (body.kind === 'org' ? [body.org] : []));
    const orgs = new Map((await listOrganisationLines(trx, county, ids)).map(({ id, name }) => [id, name]));
    const areaName = (code: string) => deps.places.find(code)?.name ?? code;
    const names: Names = {
      area: areaName,
      body: (body: Body) =>
        body.kind === 'org'
          ? { kind: 'org', id: body.org, name: orgs.get(body.org) ?? body.org }
          : { kind: body.kind, id: body.area, name: areaName(body.area) },
    };
    const desks = desksOf(deps.places, county, cut.areaKinds.body.kinds);
    const level = levels.find((one) => one === given.level);
    return tryRules(domainRules(cut), desks, names, { ...given, area, at, level }) ?? refuse('rules.noDesk');
  });
}

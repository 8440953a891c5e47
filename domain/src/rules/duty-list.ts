import { type Body, bodyKey, type DutyRow } from '../cases/index.ts';
import { doubled, faultsOfArea, faultsOfCategory, type Known } from './known.ts';
import type { RuleFault } from './rule-kinds.ts';

/** What keeps a duty list from being used: a row that names what is not there, or one body twice. */
export function faultsOfDutyList(rows: readonly DutyRow[], known: Known): RuleFault[] {
  const ids = rows.map(({ id }) => id);
  return [
    ...doubled(ids, (index) => `rows.${index}.id`),
    ...rows.flatMap((row, index) => faultsOfRow(row, index, known)),
  ];
}

function faultsOfRow(row: DutyRow, index: number, known: Known): RuleFault[] {
  const path = `rows.${index}`;
  const bodies = [row.lead, ...row.supporting];
  const paths = [`${path}.lead`, ...row.supporting.map((_, place) => `${path}.supporting.${place}`)];
  return [
    ...faultsOfCategory(known, row.category, `${path}.category`),
    ...faultsOfArea(known, row.area, `${path}.area`),
    ...bodies.flatMap((body, place) => faultsOfBody(known, body, paths[place] ?? path)),
    ...doubled(bodies.map(bodyKey), (place) => paths[place] ?? path),
  ];
}

/** Whether a body can be given work: an organisation that is there, an area with a desk, a grid without one. */
function faultsOfBody(known: Known, body: Body, path: string): RuleFault[] {
  if (body.kind === 'org') {
    const found = known.organisations.get(body.org);
    const params = { id: body.org };
    if (found === undefined) return [{ path, code: 'rules.unknownOrganisation', params }];
    return found.retired ? [{ path, code: 'rules.retiredOrganisation', params }] : [];
  }
  const faults = faultsOfArea(known, body.area, path);
  if (faults.length > 0) return faults;
  const hasDesk = known.deskKinds.has(known.areas.get(body.area)?.kind ?? '');
  const params = { id: body.area };
  if (body.kind === 'desk' && !hasDesk) return [{ path, code: 'rules.noDeskThere', params }];
  return body.kind === 'grid' && hasDesk ? [{ path, code: 'rules.notAGrid', params }] : [];
}

import type { AreaName, AreaRow } from '@gezhi/contract/places/index';
import type { Area } from '@gezhi/domain/places/index';
import type { StoredArea } from './area-store.ts';

/** The row as the domain decides about it. */
export function areaOf(row: StoredArea): Area {
  return {
    code: row.code,
    kind: row.kind,
    name: row.name,
    validFrom: Date.parse(row.valid_from),
    succeededBy: row.succeeded_by,
    ...(row.households === null ? {} : { households: row.households }),
    ...(row.population === null ? {} : { population: row.population }),
    ...(row.retired_at === null ? {} : { retiredAt: Date.parse(row.retired_at) }),
  };
}

/** The row as the API shows it. */
export function shownArea(row: StoredArea): AreaRow {
  return {
    code: row.code,
    kind: row.kind,
    name: row.name,
    validFrom: row.valid_from,
    succeededBy: row.succeeded_by,
    version: row.version,
    ...(row.parent === null ? {} : { parent: row.parent }),
    ...(row.households === null ? {} : { households: row.households }),
    ...(row.population === null ? {} : { population: row.population }),
    ...(row.retired_at === null ? {} : { retiredAt: row.retired_at }),
  };
}

export function nameOf({ code, kind, name }: { code: string; kind: string; name: string }): AreaName {
  return { code, kind, name };
}

import type { HolderPlace, StaffingRule } from './staffing-rule.ts';

/** An area that stands now. */
export interface StaffedArea {
  readonly code: string;
  readonly kind: string;
}

/** An organisation that stands now. */
export interface StaffedOrganisation {
  readonly id: string;
  readonly code?: string;
  readonly kind: string;
  readonly area: string;
  /** Areas it serves beside its own. */
  readonly serves: readonly string[];
  readonly zones: readonly string[];
}

export interface StaffedZone {
  readonly id: string;
  readonly purpose: string;
  readonly areas: readonly string[];
}

/** A post that holds now, or a membership in a body. Acting posts are not counted: the absent person still holds it. */
export interface StaffedPost {
  readonly person: string;
  readonly role: string;
  readonly area?: string;
  readonly org?: string;
  readonly time: 'full' | 'part';
}

/** The places of a county that posts are counted for. */
export interface StaffedPlaces {
  readonly areas: readonly StaffedArea[];
  readonly organisations: readonly StaffedOrganisation[];
  readonly zones: readonly StaffedZone[];
}

/** One thing that is counted for. */
export interface StaffingUnit {
  readonly kind: 'area' | 'organisation' | 'zone';
  /** Code of the area, id of the organisation or zone. */
  readonly id: string;
  /** Where it is: its code, the area the organisation serves, the first area of the zone. */
  readonly area: string;
  /** Organisation id, where it is counted by department. */
  readonly department?: string;
}

/** The units of a rule in order of their areas. */
export interface UnitTable {
  readonly count: number;
  unit(index: number): StaffingUnit;
  /** The indexes [from, to) of the units in an area and under it. */
  within(area: string): readonly [from: number, to: number];
  /** Calls `visit` with each unit that a post counts for, some perhaps twice; stops when it answers true. */
  reach(post: StaffedPost, place: HolderPlace, visit: (index: number) => boolean): void;
}

/** First index whose key is not below `key`. */
function lowerBound(keys: readonly string[], key: string): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Codes are digits and letters, all of them below this. */
const beyond = '\uffff';

function rangeOf(keys: readonly string[], area: string): readonly [number, number] {
  return [lowerBound(keys, area), lowerBound(keys, area + beyond)];
}

/** Areas in which a post holds: its own, else those its organisation serves. */
function areasOf(post: StaffedPost, orgs: ReadonlyMap<string, StaffedOrganisation>): readonly string[] {
  if (post.area !== undefined) return [post.area];
  const org = post.org === undefined ? undefined : orgs.get(post.org);
  return org === undefined ? [] : [org.area, ...org.serves];
}

const inRule = (rule: StaffingRule, area: string): boolean => rule.area === undefined || area.startsWith(rule.area);

/** The codes of a rule's areas in order, with their places in it. */
interface Codes {
  readonly codes: readonly string[];
  readonly at: ReadonlyMap<string, number>;
}

// Several rules count for the same grids, of which a city has tens of thousands.
const known = new WeakMap<StaffedPlaces, Map<string, Codes>>();

function codesOf(rule: StaffingRule, kinds: readonly string[], places: StaffedPlaces): Codes {
  const key = `${kinds.toSorted().join()} ${rule.area ?? ''}`;
  const own = known.get(places) ?? new Map<string, Codes>();
  known.set(places, own);
  const found = own.get(key);
  if (found !== undefined) return found;
  const codes = places.areas
    .filter((area) => kinds.includes(area.kind) && inRule(rule, area.code))
    .map(({ code }) => code)
    .sort();
  const made = { codes, at: new Map(codes.map((code, index) => [code, index])) };
  own.set(key, made);
  return made;
}

function areaUnits(
  rule: StaffingRule,
  kinds: readonly string[],
  places: StaffedPlaces,
  departments?: readonly string[],
): UnitTable {
  const { codes, at } = codesOf(rule, kinds, places);
  const orgs = new Map(places.organisations.map((org) => [org.id, org]));
  const listed = departments?.flatMap(
    (named) => places.organisations.find(({ id, code }) => id === named || code === named)?.id ?? [],
  );
  const column = new Map(listed?.map((id, index) => [id, index]));
  const columns = listed === undefined ? 1 : listed.length;
  const lengths = [...new Set(codes.map((code) => code.length))];

  /** The units of one area among its columns. */
  function offsetOf(post: StaffedPost): number | undefined {
    if (listed === undefined) return 0;
    return post.org === undefined ? undefined : column.get(post.org);
  }
  const table: UnitTable = {
    count: codes.length * columns,
    unit: (index) => {
      const id = codes[Math.floor(index / columns)] ?? '';
      const department = listed?.[index % columns];
      return { kind: 'area', id, area: id, ...(department === undefined ? {} : { department }) };
    },
    within: (area) => {
      const [from, to] = rangeOf(codes, area);
      return [from * columns, to * columns];
    },
    reach: (post, place, visit) => {
      const offset = offsetOf(post);
      if (offset === undefined) return;
      if (place === 'here') {
        // A body's staff are not posted at every place it serves.
        const index = post.area === undefined ? undefined : at.get(post.area);
        if (index !== undefined) visit(index * columns + offset);
        return;
      }
      for (const area of areasOf(post, orgs)) {
        if (place === 'over') {
          const [from, to] = rangeOf(codes, area);
          for (let index = from; index < to; index += 1) if (visit(index * columns + offset)) return;
          continue;
        }
        for (const length of lengths) {
          if (length > area.length) continue;
          const index = at.get(area.slice(0, length));
          if (index !== undefined && visit(index * columns + offset)) return;
        }
      }
    },
  };
  return table;
}

/** Units that are told by an id and stand somewhere. */
function listedUnits(
  kind: 'organisation' | 'zone',
  units: readonly { readonly id: string; readonly area: string }[],
  reach: (post: StaffedPost, at: ReadonlyMap<string, number>) => Iterable<number | undefined>,
): UnitTable {
  const sorted = units.toSorted((a, b) => (a.area + beyond + a.id < b.area + beyond + b.id ? -1 : 1));
  const keys = sorted.map(({ area }) => area);
  const at = new Map(sorted.map(({ id }, index) => [id, index]));
  return {
    count: sorted.length,
    unit: (index) => ({ kind, id: sorted[index]?.id ?? '', area: sorted[index]?.area ?? '' }),
    within: (area) => rangeOf(keys, area),
    reach: (post, _place, visit) => {
      for (const index of reach(post, at)) if (index !== undefined && visit(index)) return;
    },
  };
}

function zoneUnits(rule: StaffingRule, purpose: string, places: StaffedPlaces): UnitTable {
  const zones = places.zones.filter((zone) => zone.purpose === purpose);
  const named = new Map<string, string[]>();
  for (const { id, areas } of zones) for (const area of areas) named.set(area, [...(named.get(area) ?? []), id]);
  const orgs = new Map(places.organisations.map((org) => [org.id, org]));
  const lengths = [...new Set([...named.keys()].map((code) => code.length))];
  // A zone that nobody has given an area yet is nowhere, and needs nobody.
  const units = zones
    .flatMap(({ id, areas }) =>
      areas
        .toSorted()
        .slice(0, 1)
        .map((area) => ({ id, area })),
    )
    .filter(({ area }) => inRule(rule, area));
  return listedUnits('zone', units, function* (post, at) {
    for (const id of (post.org === undefined ? undefined : orgs.get(post.org)?.zones) ?? []) yield at.get(id);
    const { area } = post;
    if (area === undefined) return;
    for (const length of lengths) {
      if (length <= area.length) for (const id of named.get(area.slice(0, length)) ?? []) yield at.get(id);
    }
  });
}

/** The units that a rule counts for, in order of their areas. */
export function unitsOf(rule: StaffingRule, places: StaffedPlaces): UnitTable {
  const { unit } = rule;
  switch (unit.per) {
    case 'area':
      return areaUnits(rule, unit.kinds, places);
    case 'areaAndDepartment':
      return areaUnits(rule, unit.kinds, places, unit.departments);
    case 'zone':
      return zoneUnits(rule, unit.purpose, places);
    case 'organisation': {
      const kept = places.organisations.filter(({ kind, area }) => unit.kinds.includes(kind) && inRule(rule, area));
      return listedUnits('organisation', kept, function* (post, at) {
        if (post.org !== undefined) yield at.get(post.org);
      });
    }
  }
}

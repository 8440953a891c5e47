import type { StaffingNeed, StaffingRule } from './staffing-rule.ts';
import { type StaffedPlaces, type StaffedPost, type StaffingUnit, type UnitTable, unitsOf } from './staffing-units.ts';

/** How a rule is kept: for each unit and need how many hold it. Kept small: a city has half a million of them. */
export interface RuleStanding {
  readonly rule: StaffingRule;
  readonly units: UnitTable;
  /** By unit and then need, at most what a Uint16 holds. */
  readonly held: Uint16Array;
}

const most = 65_535;

/** Posts by role: a rule looks at a few roles of many. */
export type PostsByRole = ReadonlyMap<string, readonly StaffedPost[]>;

/** Puts posts in order of their roles, once for all rules. */
export function postsByRole(posts: readonly StaffedPost[]): PostsByRole {
  const groups = new Map<string, StaffedPost[]>();
  for (const post of posts) {
    const known = groups.get(post.role);
    if (known === undefined) groups.set(post.role, [post]);
    else known.push(post);
  }
  return groups;
}

/** The posts that count for a need, by person: nobody counts twice for one unit and need. */
function byPerson(posts: PostsByRole, need: StaffingNeed): readonly (readonly StaffedPost[])[] {
  const people = new Map<string, StaffedPost[]>();
  for (const role of new Set(need.roles)) {
    for (const post of posts.get(role) ?? []) {
      if (need.time !== undefined && need.time !== post.time) continue;
      const known = people.get(post.person);
      if (known === undefined) people.set(post.person, [post]);
      else known.push(post);
    }
  }
  return [...people.values()];
}

/**
 * Counts every holder at the units where their posts are. Who was seen is kept by unit: most have one or two holders, so
 * that no table of all people has to be made.
 */
function countWhereTheyAre(standing: RuleStanding, need: number, posts: PostsByRole): void {
  const { rule, units, held } = standing;
  const wanted = rule.needs[need];
  if (wanted === undefined) return;
  const columns = rule.needs.length;
  const seen: (string | Set<string> | undefined)[] = Array.from({ length: units.count });
  let person = '';
  const visit = (index: number): boolean => {
    const known = seen[index];
    if (known === undefined) seen[index] = person;
    else if (typeof known === 'string') {
      if (known === person) return false;
      seen[index] = new Set([known, person]);
    } else if (known.has(person)) return false;
    else known.add(person);
    const cell = index * columns + need;
    if ((held[cell] ?? 0) < most) held[cell] = (held[cell] ?? 0) + 1;
    return false;
  };
  for (const role of new Set(wanted.roles)) {
    for (const post of posts.get(role) ?? []) {
      if (wanted.time !== undefined && wanted.time !== post.time) continue;
      ({ person } = post);
      units.reach(post, wanted.place, visit);
    }
  }
}

/** Counts every holder at every unit that their posts reach from above: few people, many units. */
function countEverywhere(standing: RuleStanding, need: number, posts: PostsByRole): void {
  const { rule, units, held } = standing;
  const wanted = rule.needs[need];
  if (wanted === undefined) return;
  const columns = rule.needs.length;
  const lastSeen = new Int32Array(units.count).fill(-1);
  for (const [number, own] of byPerson(posts, wanted).entries()) {
    for (const post of own) {
      units.reach(post, wanted.place, (index) => {
        const cell = index * columns + need;
        if (lastSeen[index] !== number && (held[cell] ?? 0) < most) held[cell] = (held[cell] ?? 0) + 1;
        lastSeen[index] = number;
        return false;
      });
    }
  }
}

/**
 * Counts every holder once: whoever has the fewest units to choose from first, each at the first unit that still lacks
 * somebody. So the count may be one short of the best there is, never above it.
 */
function countOnce(standing: RuleStanding, need: number, posts: PostsByRole): void {
  const { rule, units, held } = standing;
  const wanted = rule.needs[need];
  if (wanted === undefined) return;
  const columns = rule.needs.length;
  const choices = byPerson(posts, wanted).map((own) => {
    let options = 0;
    for (const post of own) {
      units.reach(post, wanted.place, () => {
        options += 1;
        return false;
      });
    }
    return { own, options };
  });
  for (const { own } of choices.toSorted((a, b) => a.options - b.options)) {
    let placed = false;
    for (const post of own) {
      if (placed) break;
      units.reach(post, wanted.place, (index) => {
        const cell = index * columns + need;
        const now = held[cell] ?? 0;
        if (now >= (wanted.min === 0 ? most : wanted.min)) return false;
        held[cell] = now + 1;
        placed = true;
        return true;
      });
    }
  }
}

/** How a rule is kept now. Pure; time in proportion to units and posts. */
export function standingOf(
  rule: StaffingRule,
  places: StaffedPlaces,
  given: readonly StaffedPost[] | PostsByRole,
): RuleStanding {
  const posts = 'get' in given ? given : postsByRole(given);
  const units = unitsOf(rule, places);
  const standing: RuleStanding = { rule, units, held: new Uint16Array(units.count * rule.needs.length) };
  for (const [index, need] of rule.needs.entries()) {
    if (!need.severalPlaces) countOnce(standing, index, posts);
    else if (need.place === 'over') countEverywhere(standing, index, posts);
    else countWhereTheyAre(standing, index, posts);
  }
  return standing;
}

/** The figures of a rule in an area. */
export interface Coverage {
  readonly units: number;
  /** Units that lack nobody. */
  readonly staffed: number;
  readonly needed: number;
  /** Of those needed: whoever is beyond the need of a unit fills no other's place. */
  readonly held: number;
  readonly missing: number;
  /** held / needed, 0..1; absent where nothing is needed. */
  readonly rate?: number;
  /** By need, in the order of the rule: how many are needed, fill a need, and there are in all. */
  readonly needs: readonly { readonly needed: number; readonly held: number; readonly counted: number }[];
}

/** The coverage of a rule in an area and under it ('' for everywhere). Never above 1. */
export function coverageOf({ rule, units, held }: RuleStanding, area = ''): Coverage {
  const [from, to] = area === '' ? [0, units.count] : units.within(area);
  const columns = rule.needs.length;
  const filled = rule.needs.map(() => 0);
  const counted = rule.needs.map(() => 0);
  let staffed = 0;
  const mins = rule.needs.map(({ min }) => min);
  for (let index = from; index < to; index += 1) {
    let full = true;
    for (let need = 0; need < columns; need += 1) {
      const here = held[index * columns + need] ?? 0;
      const min = mins[need] ?? 0;
      counted[need] = (counted[need] ?? 0) + here;
      filled[need] = (filled[need] ?? 0) + Math.min(here, min);
      if (here < min) full = false;
    }
    if (full) staffed += 1;
  }
  const needs = rule.needs.map(({ min }, need) => ({
    needed: min * (to - from),
    held: filled[need] ?? 0,
    counted: counted[need] ?? 0,
  }));
  const needed = needs.reduce((sum, one) => sum + one.needed, 0);
  const sum = needs.reduce((all, one) => all + one.held, 0);
  return {
    units: to - from,
    staffed,
    needed,
    held: sum,
    missing: needed - sum,
    ...(needed === 0 ? {} : { rate: sum / needed }),
    needs,
  };
}

/** One unit that lacks somebody. */
export interface StaffingGap {
  /** Place in the order of gaps of the rule; where the next page begins. */
  readonly position: number;
  readonly unit: StaffingUnit;
  readonly need: StaffingNeed;
  readonly held: number;
  readonly missing: number;
}

/**
 * The gaps of a rule in an area, in order of the places, beginning after a position.
 * @param after position of the last gap seen; -1 for the first page
 */
export function* gapsOf(
  { rule, units, held }: RuleStanding,
  area = '',
  after = -1,
  needId?: string,
): Generator<StaffingGap> {
  const columns = rule.needs.length;
  const [from, to] = (area === '' ? [0, units.count] : units.within(area)).map((index) => index * columns) as [
    number,
    number,
  ];
  for (let position = Math.max(from, after + 1); position < to; position += 1) {
    const need = rule.needs[position % columns];
    const here = held[position] ?? 0;
    if (need === undefined || here >= need.min || (needId !== undefined && need.id !== needId)) continue;
    yield { position, unit: units.unit(Math.floor(position / columns)), need, held: here, missing: need.min - here };
  }
}

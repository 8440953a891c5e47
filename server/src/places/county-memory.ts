import {
  type Area,
  buildPlaceIndex,
  type PlaceIndex,
  type PreparedBoundary,
  prepareBoundary,
} from '@gezhi/domain/places/index';
import { areaOf } from './area-row.ts';
import type { Changes } from './memory-store.ts';

interface DrawnVersion {
  readonly from: number;
  readonly to: number;
  readonly boundary: PreparedBoundary;
}

/** The places of one county in memory: the whole tree, every version of every boundary, and the index of what holds now. */
export interface CountyMemory {
  readonly version: number;
  readonly areas: ReadonlyMap<string, Area>;
  readonly drawn: ReadonlyMap<string, readonly DrawnVersion[]>;
  readonly index: PlaceIndex;
  /** The stretch of time (epoch ms) for which the index is right, unless something is changed. */
  readonly from: number;
  readonly to: number;
}

export function emptyMemory(): CountyMemory {
  return { version: 0, areas: new Map(), drawn: new Map(), index: buildPlaceIndex([]), from: -Infinity, to: Infinity };
}

/** Takes changes in and builds the index for an instant. */
export function changedMemory(memory: CountyMemory, changes: Changes, now: number): CountyMemory {
  const areas = new Map(memory.areas);
  for (const row of changes.areas) areas.set(row.code, areaOf(row));
  const drawn = new Map(memory.drawn);
  for (const row of changes.boundaries) {
    const from = Date.parse(row.valid_from);
    const to = row.valid_to === null ? Infinity : Date.parse(row.valid_to);
    const others = (drawn.get(row.area) ?? []).filter((version) => version.from !== from);
    drawn.set(row.area, [...others, { from, to, boundary: prepareBoundary(row.boundary) }]);
  }
  return { version: changes.version, ...builtFor(areas, drawn, now) };
}

/** The same places at another instant. */
export function memoryAt(memory: CountyMemory, now: number): CountyMemory {
  if (memory.from <= now && now < memory.to) return memory;
  return { version: memory.version, ...builtFor(memory.areas, memory.drawn, now) };
}

function builtFor(
  areas: ReadonlyMap<string, Area>,
  drawn: ReadonlyMap<string, readonly DrawnVersion[]>,
  now: number,
): Omit<CountyMemory, 'version'> {
  const live = [...areas.values()].filter(({ validFrom, retiredAt = Infinity }) => validFrom <= now && now < retiredAt);
  const index = buildPlaceIndex(
    live.map(({ code }) => {
      const boundary = drawn.get(code)?.find(({ from, to }) => from <= now && now < to)?.boundary;
      return boundary === undefined ? { code } : { code, boundary };
    }),
  );
  let from = -Infinity;
  let to = Infinity;
  const turn = (instant: number): void => {
    if (instant <= now) from = Math.max(from, instant);
    else to = Math.min(to, instant);
  };
  for (const { validFrom, retiredAt } of areas.values()) {
    turn(validFrom);
    if (retiredAt !== undefined) turn(retiredAt);
  }
  for (const versions of drawn.values()) {
    for (const version of versions) {
      turn(version.from);
      turn(version.to);
    }
  }
  return { areas, drawn, index, from, to };
}

import { isWithin } from './codes.ts';

/** A named set of areas for one purpose: a police grid over three villages, a paired unit's share. It may cross the tree. */
export interface Zone {
  readonly id: string;
  /** What it is for, as the county names it: police, patrol, pairing. */
  readonly purpose: string;
  readonly name: string;
  /** Codes; each stands for the area and everything under it. */
  readonly areas: readonly string[];
}

/** The zones an area belongs to, itself or through an area above it. */
export function zonesOf(zones: readonly Zone[], area: string): readonly Zone[] {
  return zones.filter((zone) => zone.areas.some((member) => isWithin(area, member)));
}

/** The codes of a zone without doubles and without those that lie under another of it, lowest first. */
export function withoutNested(areas: readonly string[]): readonly string[] {
  const sorted = [...new Set(areas)].sort();
  return sorted.filter((code, i) => !sorted.slice(0, i).some((above) => isWithin(code, above)));
}

import type { PostTime } from './post.ts';

/** A name as data: Chinese always, English where the county gave one. */
export interface StaffingName {
  readonly zh: string;
  readonly en?: string;
}

/** What is counted: so many holders for each of these. */
export type StaffingUnitKind =
  /** Each area of one of these kinds. */
  | { readonly per: 'area'; readonly kinds: readonly string[] }
  /** Each organisation of one of these kinds. */
  | { readonly per: 'organisation'; readonly kinds: readonly string[] }
  /** Each zone for this purpose. */
  | { readonly per: 'zone'; readonly purpose: string }
  /** Each area of one of these kinds, once for each department (its id or code) listed. */
  | {
      readonly per: 'areaAndDepartment';
      readonly kinds: readonly string[];
      readonly departments: readonly string[];
    };

/** Where the post of a holder may be, seen from the unit. */
export const holderPlaces = [
  /** Exactly at the unit. */
  'here',
  /** At the unit or anywhere under it. */
  'under',
  /** At the unit or at an area above it. */
  'over',
] as const;
export type HolderPlace = (typeof holderPlaces)[number];

/** One kind of holder that each unit needs. */
export interface StaffingNeed {
  readonly id: string;
  readonly name: StaffingName;
  /** A post with any of these roles counts, or a membership with such a duty in the body. */
  readonly roles: readonly string[];
  /** How many; 0 only counts them (the N of 1+3+N). */
  readonly min: number;
  /** Absent: either. */
  readonly time?: PostTime;
  readonly place: HolderPlace;
  /** Whether one person may count for several units. */
  readonly severalPlaces: boolean;
}

/** A rule of how posts are to be filled. */
export interface StaffingRule {
  readonly id: string;
  readonly name: StaffingName;
  readonly unit: StaffingUnitKind;
  /** Only units in this area and under it; absent is the whole county. */
  readonly area?: string;
  readonly needs: readonly StaffingNeed[];
}

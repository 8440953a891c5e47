import type { MultiPolygon, Position } from '@gezhi/domain/places/index';

/** A place ready to be put in through the API: plain data. */
export interface BuiltPlace {
  readonly areas: readonly BuiltArea[];
  readonly roads: readonly BuiltRoad[];
  readonly buildings: readonly BuiltBuilding[];
  readonly landmarks: readonly BuiltLandmark[];
}

export interface BuiltArea {
  readonly code: string;
  readonly kind: 'county' | 'street' | 'community' | 'grid' | 'exclusive-grid' | 'microgrid';
  readonly name: string;
  /** Absent for the county, the root. */
  readonly parent?: string;
  /** WGS 84. All boundaries are made up: none is published. */
  readonly boundary: MultiPolygon;
  /** Known for the one community and all in it. */
  readonly households?: number;
  /** Whether the name is made up too. */
  readonly madeUp: boolean;
}

export interface BuiltRoad {
  readonly name: string;
  readonly line: readonly Position[];
}

export interface BuiltBuilding {
  /** Estate and number: 荷塘苑3栋. */
  readonly name: string;
  readonly estate: string;
  /** Road and house number: 荷塘巷12号. */
  readonly address: string;
  readonly microgrid: string;
  readonly point: Position;
  readonly households: number;
}

export interface BuiltLandmark {
  readonly kind: 'road' | 'estate' | 'building' | 'site' | 'service';
  readonly name: string;
  readonly point: Position;
  /** The smallest area it stands in. */
  readonly area: string;
}

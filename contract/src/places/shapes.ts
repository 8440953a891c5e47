import { coordinateSystems } from '@gezhi/domain/places/index';
import { z } from 'zod';
import { areaCode, countyCode, filledText, id, instant, text } from '../shapes.ts';

/** A name people say: no line breaks, no leading or trailing space. */
const name = filledText(100).refine((value) => value === value.trim() && !/[\r\n\t]/.test(value), {
  error: 'text.untidy',
});
const count = z.number().int().min(0).max(100_000_000);
const degrees = { lon: z.coerce.number().min(-180).max(180), lat: z.coerce.number().min(-90).max(90) };
/** Coordinate system of what is sent or asked for. */
export const coordinateSystem = z.enum(coordinateSystems);
/** Kind of an area or landmark, as data names it. */
export const kindId = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

/** GeoJSON Polygon or MultiPolygon; its rings are checked by the server, which names each fault. */
export const boundaryGeometry = z.object({
  type: z.enum(['Polygon', 'MultiPolygon']),
  coordinates: z.array(z.unknown()).max(2_000),
});
const position = z.array(z.number()).min(2).max(3);
const multiPolygon = z.object({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(z.array(position))),
});
const lineString = z.object({ type: z.literal('LineString'), coordinates: z.array(position).min(2).max(1_000) });
const lines = z.object({ type: z.literal('MultiLineString'), coordinates: z.array(z.array(position)) });
const pointGeometry = z.object({ type: z.literal('Point'), coordinates: position });

/** An area by its code, kind and name. */
export const areaName = z.object({ code: areaCode, kind: kindId, name: z.string() }).meta({ id: 'AreaName' });
export type AreaName = z.output<typeof areaName>;

export const area = z
  .object({
    code: areaCode,
    kind: kindId,
    name: z.string(),
    parent: areaCode.optional(),
    households: count.optional(),
    population: count.optional(),
    validFrom: z.string(),
    retiredAt: z.string().optional(),
    succeededBy: z.array(areaCode),
    version: z.number().int(),
  })
  .meta({ id: 'Area' });
export type AreaRow = z.output<typeof area>;

/** An area with what stands above it, who decides there, and who answers for it when it is retired. */
export const areaDetail = area
  .extend({
    above: z.array(areaName),
    /** The area whose desk accepts and dispatches what happens here. */
    desk: areaName.optional(),
    /** Live areas that answer for a retired one. */
    answering: z.array(areaName),
    zones: z.array(z.object({ id, purpose: z.string(), name: z.string() })),
  })
  .meta({ id: 'AreaDetail' });
export type AreaDetail = z.output<typeof areaDetail>;

export const newArea = z.strictObject({
  /** Absent: the next code that was never given. */
  code: areaCode.optional(),
  /** Needed where no code is given. */
  parent: areaCode.optional(),
  kind: kindId,
  name,
  households: count.optional(),
  population: count.optional(),
  /** Absent means now. */
  validFrom: instant.optional(),
});

/** Only what is named changes; `null` clears. */
export const areaChange = z.strictObject({
  name: name.optional(),
  kind: kindId.optional(),
  households: count.nullable().optional(),
  population: count.nullable().optional(),
  /** Of a retired area: who answers for it now. */
  succeededBy: z.array(areaCode).max(50).optional(),
});

export const retirement = z.strictObject({ succeededBy: z.array(areaCode).max(50).default([]) });

export const boundaryVersion = z
  .object({
    validFrom: z.string(),
    validTo: z.string().optional(),
    squareMetres: z.number(),
    /** Why it was drawn so, and by whom, where that was written down. */
    reason: z.string().optional(),
    drawnBy: z.string().optional(),
  })
  .meta({ id: 'BoundaryVersion' });
export const boundary = boundaryVersion
  .extend({ area: areaCode, crs: coordinateSystem, geometry: multiPolygon })
  .meta({ id: 'Boundary' });

export const putBoundary = z.strictObject({
  crs: coordinateSystem.default('WGS84'),
  geometry: boundaryGeometry,
  /** Absent means now. */
  validFrom: instant.optional(),
  /** Why it is drawn so: the decision, the survey. */
  reason: text(200).optional(),
});

/** One place where areas do not fit, in m², with its shape for the map. */
export const coverageFault = z
  .object({
    kind: z.enum(['gap', 'overlap', 'outside', 'invalid', 'unchecked']),
    areas: z.array(areaCode),
    /** What is wrong with a ring, for `invalid`. */
    problem: z.string().optional(),
    squareMetres: z.number(),
    geometry: z.union([multiPolygon, lines]).optional(),
    at: z.array(position).optional(),
  })
  .meta({ id: 'CoverageFault' });
export const coverage = z
  .object({
    parent: areaCode,
    at: z.string(),
    squareMetres: z.number(),
    children: z.number().int(),
    faults: z.array(coverageFault),
    undrawn: z.array(areaName),
    complete: z.boolean(),
  })
  .meta({ id: 'Coverage' });

/** One area in a GeoJSON file. */
export const areaFeature = z.object({
  type: z.literal('Feature'),
  properties: z.object({
    code: areaCode,
    kind: kindId.optional(),
    name: name.optional(),
    households: count.nullable().optional(),
    population: count.nullable().optional(),
  }),
  geometry: boundaryGeometry.nullable(),
});
export const areaImport = z.strictObject({
  crs: coordinateSystem,
  validFrom: instant.optional(),
  /** Only check; nothing is written. */
  check: z.boolean().default(false),
  features: z.array(areaFeature).min(1).max(1_000),
});
export const importResult = z
  .object({
    created: z.number().int(),
    changed: z.number().int(),
    boundaries: z.number().int(),
    unchanged: z.number().int(),
  })
  .meta({ id: 'AreaImportResult' });

/** GeoJSON of areas and roads, for maps and for files. `crs` says the system of its coordinates. */
export const mapFeatures = z
  .object({
    type: z.literal('FeatureCollection'),
    crs: coordinateSystem,
    features: z.array(
      z.object({
        type: z.literal('Feature'),
        properties: z.object({
          code: z.string().optional(),
          kind: kindId,
          name: z.string(),
          parent: z.string().optional(),
          households: count.optional(),
          population: count.optional(),
        }),
        geometry: z.union([multiPolygon, lineString, pointGeometry]).nullable(),
      }),
    ),
  })
  .meta({ id: 'MapFeatures' });

/**
 * The map under everything. Tiles are WGS 84 web mercator. `archive`: a PMTiles file at our own address, read by parts;
 * `server`: an address with `{z}`, `{x}` and `{y}`.
 */
export const baseMap = z
  .union([
    z.object({ kind: z.literal('none') }),
    z.object({
      kind: z.enum(['raster', 'vector']),
      from: z.enum(['archive', 'server']),
      address: z.string(),
      minZoom: z.number().int(),
      maxZoom: z.number().int(),
      attribution: z.string().optional(),
    }),
  ])
  .meta({ id: 'BaseMap' });
export type BaseMap = z.output<typeof baseMap>;

/** Where a point lies. */
export const located = z
  .object({
    served: z.boolean(),
    county: countyCode.optional(),
    /** From the county down to the smallest area; empty outside. */
    chain: z.array(areaName),
    /** Names of the places served, where the point is in none of them. */
    places: z.array(z.string()),
  })
  .meta({ id: 'Located' });
export const locateQuery = z.object({ ...degrees, crs: coordinateSystem.default('WGS84') });

export const landmarkKind = z.enum(['road', 'estate', 'building', 'site', 'service', 'stop', 'other']);
export const landmark = z
  .object({
    id,
    kind: landmarkKind,
    name: z.string(),
    address: z.string().optional(),
    area: areaCode,
    /** WGS 84. */
    point: z.tuple([z.number(), z.number()]),
  })
  .meta({ id: 'Landmark' });
export type LandmarkRow = z.output<typeof landmark>;

export const newLandmark = z.strictObject({
  kind: landmarkKind,
  name,
  address: text(100).optional(),
  /** Absent: the smallest area that holds the point. */
  area: areaCode.optional(),
  point: z.tuple([degrees.lon, degrees.lat]),
  line: lineString.optional(),
});
export const landmarkImport = z.strictObject({
  crs: coordinateSystem.default('WGS84'),
  landmarks: z.array(newLandmark).min(1).max(1_000),
});

/** One hit of a search for a place: an area or a landmark. */
export const placeHit = z
  .object({
    what: z.enum(['area', 'landmark']),
    kind: kindId,
    name: z.string(),
    address: z.string().optional(),
    area: areaCode,
    areaName: z.string(),
    /** WGS 84; absent for an area without a boundary. */
    point: z.tuple([z.number(), z.number()]).optional(),
  })
  .meta({ id: 'PlaceHit' });
export type PlaceHit = z.output<typeof placeHit>;

export const zone = z
  .object({
    id,
    purpose: z.string(),
    name: z.string(),
    areas: z.array(areaCode),
    version: z.number().int(),
  })
  .meta({ id: 'Zone' });
export type ZoneRow = z.output<typeof zone>;
export const newZone = z.strictObject({
  /** What it is for, as the county names it: police, patrol, pairing. */
  purpose: kindId,
  name,
  areas: z.array(areaCode).max(2_000),
});

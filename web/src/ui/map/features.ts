import type { Feature, FeatureCollection, Geometry, MultiPolygon, Point, Polygon, Position } from 'geojson';
import type { LightColour } from '../light-shape.ts';

/** `[longitude, latitude]` in degrees, WGS 84. */
export type LonLat = readonly [number, number];

/** Something that stands on the map. */
export interface Mark {
  readonly id: string;
  readonly point: LonLat;
  readonly light: LightColour;
  readonly label?: string | undefined;
}

/** An area with its outline. `tone` colours findings of the coverage check. */
export interface Outline {
  readonly code: string;
  readonly name: string;
  readonly geometry: Polygon | MultiPolygon;
  readonly tone?: 'gap' | 'overlap' | 'chosen' | 'theirs' | undefined;
}

interface MarkProperties {
  readonly id: string;
  readonly light: LightColour;
  readonly label: string;
  readonly order: number;
}

/** Red above yellow above the rest, where marks cover each other. */
const order: Readonly<Record<LightColour, number>> = { red: 4, yellow: 3, awaiting: 2, green: 1, none: 0 };

export function marksAsFeatures(marks: readonly Mark[]): FeatureCollection<Point, MarkProperties> {
  const features = marks.map(
    (mark): Feature<Point, MarkProperties> => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [...mark.point] },
      properties: { id: mark.id, light: mark.light, label: mark.label ?? '', order: order[mark.light] },
    }),
  );
  return { type: 'FeatureCollection', features };
}

interface OutlineProperties {
  readonly code: string;
  readonly name: string;
  readonly tone: string;
}

export function outlinesAsFeatures(
  outlines: readonly Outline[],
): FeatureCollection<Polygon | MultiPolygon, OutlineProperties> {
  const features = outlines.map(
    (outline): Feature<Polygon | MultiPolygon, OutlineProperties> => ({
      type: 'Feature',
      geometry: outline.geometry,
      properties: { code: outline.code, name: outline.name, tone: outline.tone ?? '' },
    }),
  );
  return { type: 'FeatureCollection', features };
}

interface LabelProperties extends OutlineProperties {
  /** Zooms from and up to which the name is shown. */
  readonly from: number;
  readonly to: number;
  /** Of the box in square degrees: the name of a larger area goes first. */
  readonly size: number;
}

/** One label a place: the middle of the box around its largest ring, so that names do not pile up on edges. */
export function labelsAsFeatures(outlines: readonly Outline[]): FeatureCollection<Point, LabelProperties> {
  const features = outlines.flatMap((outline): Feature<Point, LabelProperties>[] => {
    const rings = outline.geometry.type === 'Polygon' ? [outline.geometry.coordinates] : outline.geometry.coordinates;
    const boxes = rings.flatMap((polygon) => (polygon[0] === undefined ? [] : [boxOfPositions(polygon[0])]));
    const widest = boxes.toSorted((a, b) => sizeOf(b) - sizeOf(a))[0];
    if (widest === undefined) return [];
    const [[west, south], [east, north]] = widest;
    return [
      {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [(west + east) / 2, (south + north) / 2] },
        properties: {
          code: outline.code,
          name: outline.name,
          tone: outline.tone ?? '',
          size: sizeOf(widest),
          ...zoomsOf(east - west),
        },
      },
    ];
  });
  return { type: 'FeatureCollection', features };
}

/** Pixels that a short name takes. */
const NAME_WIDTH = 56;
/** Zooms after which an area is so wide that its name no longer tells where one is. */
const NAMED_FOR = 6;

/** At zoom z the whole earth is 512 × 2^z pixels wide. Names come at whole zooms. */
function zoomsOf(degrees: number): { from: number; to: number } {
  const from = Math.min(18, Math.max(0, Math.floor(Math.log2((NAME_WIDTH * 360) / (512 * degrees)))));
  return { from, to: from + NAMED_FOR };
}

/** South-west and north-east corner. */
export type Box = readonly [LonLat, LonLat];

/** Where one looks: the box of the screen, and how near. */
export interface MapView {
  readonly box: Box;
  readonly zoom: number;
}

const sizeOf = ([[west, south], [east, north]]: Box): number => (east - west) * (north - south);

function boxOfPositions(positions: readonly Position[]): Box {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [lon = 0, lat = 0] of positions) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return [
    [west, south],
    [east, north],
  ];
}

/** The box around everything that is shown; undefined where nothing is. */
export function boxAround(outlines: readonly Outline[], marks: readonly Mark[]): Box | undefined {
  const positions: Position[] = [
    ...outlines.flatMap((outline) => positionsOf(outline.geometry)),
    ...marks.map((mark): Position => [...mark.point]),
  ];
  return positions.length === 0 ? undefined : boxOfPositions(positions);
}

function positionsOf(geometry: Geometry): Position[] {
  if (geometry.type === 'Polygon') return geometry.coordinates.flat();
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat(2) : [];
}

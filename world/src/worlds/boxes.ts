import type { MultiPolygon } from '@gezhi/domain/places/index';

/** A rectangle on the ground, degrees WGS 84. All boundaries of these worlds are made up: none is published. */
export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

// Six decimals, a tenth of a metre: neighbours share their corners exactly.
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

/** Where a span is cut into parts of equal length: one value more than parts. */
const cuts = (from: number, to: number, parts: number): number[] =>
  Array.from({ length: parts + 1 }, (_, at) => rounded(from + ((to - from) * at) / parts));

const at = (values: readonly number[], index: number): number => values[index] ?? 0;

/** Bands from north to south. */
export function bands(box: Box, parts: number): Box[] {
  const lines = cuts(box.north, box.south, parts);
  return Array.from({ length: parts }, (_, i) => ({ ...box, north: at(lines, i), south: at(lines, i + 1) }));
}

/** Columns from west to east. */
export function columns(box: Box, parts: number): Box[] {
  const lines = cuts(box.west, box.east, parts);
  return Array.from({ length: parts }, (_, i) => ({ ...box, west: at(lines, i), east: at(lines, i + 1) }));
}

/** About as many to a row as there are rows, north to south and in each row west to east; they cover the box. */
export function patches(box: Box, parts: number): Box[] {
  const rows = Math.max(1, Math.round(Math.sqrt(parts)));
  return bands(box, rows).flatMap((band, row) =>
    columns(band, Math.floor((parts * (row + 1)) / rows) - Math.floor((parts * row) / rows)),
  );
}

/** The rectangle as a boundary. */
export const boundaryOf = ({ west, south, east, north }: Box): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  ],
});

/** A county's land: a rectangle around a point, about as large as counties are. */
export const landAround = ([longitude, latitude]: readonly [number, number]): Box => ({
  west: rounded(longitude - 0.25),
  east: rounded(longitude + 0.25),
  south: rounded(latitude - 0.25),
  north: rounded(latitude + 0.25),
});

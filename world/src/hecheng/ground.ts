import { convertPoint, type MultiPolygon, type Position } from '@gezhi/domain/places/index';
import { type Cell, cornerAt, type Mesh, middleOf, refined } from './mesh.ts';

/** Centre of 港北区 as published, in GCJ-02. */
const centre = convertPoint([109.59481, 23.107677], 'GCJ02', 'WGS84');
const centimetresPerDegreeNorth = 11_076_000;
const centimetresPerDegreeEast = 11_132_000 * Math.cos((centre[1] * Math.PI) / 180) * 1.0005;

/** Puts the sheet on the earth so that one cell's middle lies on the real centre. */
export interface Ground {
  point(at: readonly [east: number, north: number]): Position;
  corner(corner: number): Position;
  boundary(cell: Cell): MultiPolygon;
  middle(cell: Cell): Position;
}

export function groundAround(mesh: Mesh, central: Cell): Ground {
  const [east, north] = middleOf(mesh, central);
  const point = (at: readonly [number, number]): Position => [
    degrees(centre[0] + (at[0] - east) / centimetresPerDegreeEast),
    degrees(centre[1] + (at[1] - north) / centimetresPerDegreeNorth),
  ];
  const corner = (number: number) => point(cornerAt(mesh, number));
  return {
    point,
    corner,
    boundary: (cell) => {
      const corners = refined(mesh, cell);
      return { type: 'MultiPolygon', coordinates: [[[...corners, corners[0] as number].map(corner)]] };
    },
    middle: (cell) => point(middleOf(mesh, cell)),
  };
}

/** Seven digits after the point: a centimetre. */
function degrees(value: number): number {
  return Math.round(value * 1e7) / 1e7;
}

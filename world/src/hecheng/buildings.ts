import { distanceMetres, type Position } from '@gezhi/domain/places/index';
import type { BuiltBuilding, BuiltRoad } from './place.ts';
import type { Chance } from './random.ts';

/** One microgrid of an estate, before its buildings stand. */
export interface Plot {
  readonly microgrid: string;
  readonly middle: Position;
  readonly households: number;
}

/** Every fifth plot holds two small buildings, the others one. */
const pairShare = 0.2;

/** Puts numbered buildings on the plots of an estate, along the nearest road. Households add up to those of the plots. */
export function build(
  estate: string,
  plots: readonly Plot[],
  roads: readonly BuiltRoad[],
  houseNumbers: Map<string, number>,
  chance: Chance,
): BuiltBuilding[] {
  let number = 0;
  return plots.flatMap(({ microgrid, middle, households }) => {
    const road = nearestRoad(roads, middle);
    const pair = chance.next() < pairShare;
    const parts = pair ? [Math.ceil(households / 2), Math.floor(households / 2)] : [households];
    return parts.map((part, i) => {
      number++;
      const house = (houseNumbers.get(road) ?? 0) + 2;
      houseNumbers.set(road, house);
      return {
        name: `${estate}${number}栋`,
        estate,
        address: `${road}${house}号`,
        microgrid,
        point: [Math.round((middle[0] + (pair ? (i - 0.5) * 8e-5 : 0)) * 1e7) / 1e7, middle[1]] as const,
        households: part,
      };
    });
  });
}

function nearestRoad(roads: readonly BuiltRoad[], point: Position): string {
  const near = roads.map((road) => ({ name: road.name, metres: metresToLine(road.line, point) }));
  return near.reduce((best, road) => (road.metres < best.metres ? road : best)).name;
}

/** Distance to the nearest of ten points along a straight line: near enough to choose an address. */
function metresToLine(line: readonly Position[], point: Position): number {
  const [from, to] = [line[0] as Position, line.at(-1) as Position];
  let nearest = Infinity;
  for (let tenth = 0; tenth <= 10; tenth++) {
    const at: Position = [from[0] + ((to[0] - from[0]) * tenth) / 10, from[1] + ((to[1] - from[1]) * tenth) / 10];
    nearest = Math.min(nearest, distanceMetres(at, point));
  }
  return nearest;
}

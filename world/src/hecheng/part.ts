import type { BuiltPlace } from './place.ts';

/** The part of a place in one area, with the areas above it: a smaller world for a quick run. */
export function partOfPlace(place: BuiltPlace, code: string): BuiltPlace {
  const within = (area: string): boolean => area.startsWith(code);
  return {
    areas: place.areas.filter((area) => within(area.code) || code.startsWith(area.code)),
    roads: [],
    buildings: place.buildings.filter(({ microgrid }) => within(microgrid)),
    landmarks: place.landmarks.filter(({ area }) => within(area)),
  };
}

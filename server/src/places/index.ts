export type { AreaRules, Chief, Keeper, PlacesDeps, ServedDeps } from './deps.ts';
export { createArea } from './create-area.ts';
export { importAreas } from './import-areas.ts';
export { type DivisionCounts, type DivisionRow, importDivisions } from './import-divisions.ts';
export { importLandmarks } from './import-landmarks.ts';
export { countyMeant, refuseNotServed } from './locate-point.ts';
export { openPlaces, type Places } from './places.ts';
export { registerPlaces } from './routes.ts';

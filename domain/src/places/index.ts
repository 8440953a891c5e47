export * from './areas.ts';
export * from './codes.ts';
export * from './coordinates.ts';
export {
  checkCoverage,
  type CoverageArea,
  type CoverageFault,
  type CoverageReport,
} from './coverage.ts';
export { fitOf, type Surroundings, surroundingsOf } from './fit.ts';
export * from './geojson.ts';
export * from './kinds.ts';
export * from './locate.ts';
export * from './measure.ts';
export * from './numbering.ts';
export { type PlaceIndex, buildPlaceIndex, chainAt } from './place-index.ts';
export { joinPlace, placeLine } from './place-line.ts';
export { type PreparedBoundary, prepareBoundary } from './prepared.ts';
export * from './rings.ts';
export * from './versions.ts';
export * from './zones.ts';

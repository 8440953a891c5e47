export type { PlacesDeps } from './deps.ts';
export { areaSheet } from './area-sheet.ts';
export { createArea } from './create-area.ts';
export { importDivisions } from './import-divisions.ts';
export { importLandmarks } from './import-landmarks.ts';
export { openPlaces, type Places } from './places.ts';
export { zoneSheet } from './zone-sheet.ts';
export { registerPlaces } from './routes.ts';
export { readLandmarks } from './landmark-store.ts';

export { buildHecheng } from './hecheng.ts';
export { published } from './layout.ts';
export type { BuiltArea, BuiltBuilding, BuiltLandmark, BuiltPlace, BuiltRoad } from './place.ts';

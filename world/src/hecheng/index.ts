export { buildHecheng } from './hecheng.ts';
export { partOfPlace } from './part.ts';
export type { BuiltPlace } from './place.ts';

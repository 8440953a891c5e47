export { buildHecheng } from './hecheng.ts';
export type { BuiltPlace } from './place.ts';

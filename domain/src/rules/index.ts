export * from './categories.ts';
export * from './in-force.ts';
export * from './rule-kinds.ts';
export * from './settings.ts';
export * from './summons-kinds.ts';

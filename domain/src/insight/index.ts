export * from './spans.ts';
export * from './standing.ts';
export * from './tally.ts';
export * from './units.ts';
export * from './views.ts';

export * from './tally.ts';
export * from './units.ts';

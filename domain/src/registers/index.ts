export * from './address.ts';
export * from './bookings.ts';
export * from './care.ts';
export * from './entry.ts';
export * from './hours-text.ts';
export * from './kinds.ts';
export * from './reach.ts';

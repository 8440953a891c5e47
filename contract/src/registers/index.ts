export * from './care-routes.ts';
export * from './entries.ts';
export * from './place-routes.ts';
export * from './routes.ts';
export * from './shapes.ts';

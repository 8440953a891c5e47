export * from './body-routes.ts';
export * from './body-shapes.ts';
export * from './leave-routes.ts';
export * from './leave-shapes.ts';
export * from './routes.ts';
export * from './shapes.ts';
export * from './staffing-routes.ts';

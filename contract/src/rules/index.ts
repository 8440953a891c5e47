export * from './bodies.ts';
export * from './routes.ts';
export * from './shapes.ts';

export * from './push.ts';
export * from './routes.ts';
export * from './shapes.ts';

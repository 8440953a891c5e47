export * from './bulk.ts';
export * from './commands.ts';
export * from './parts.ts';
export * from './routes.ts';
export * from './saved-views.ts';
export * from './views.ts';

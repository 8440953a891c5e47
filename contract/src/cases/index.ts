export * from './commands.ts';
export * from './parts.ts';
export * from './routes.ts';
export * from './views.ts';

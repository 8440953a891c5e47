export * from './actor.ts';
export * from './authority.ts';
export * from './lock-out.ts';
export * from './password.ts';
export * from './permissions.ts';
export * from './rights.ts';
export * from './roles.ts';
export * from './username.ts';

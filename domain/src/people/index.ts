export * from './duty.ts';
export * from './organisation.ts';
export * from './phone.ts';
export * from './post.ts';

export { type Access, openAccess } from './open-access.ts';
export { type ConsoleAccount, createFromConsole, resetFromConsole, unlockFromConsole } from './console-account.ts';
export type { AccessDeps } from './deps.ts';
export type { OneTimeLink } from './one-time-link.ts';
export { verifiedPhoneIndex } from './resident-token.ts';
export { registerAccess } from './routes.ts';
export { isEmpty, setUpToken } from './set-up.ts';

export { type Access, openAccess } from './open-access.ts';
export { type Auth, openAuth } from './auth.ts';
export { createDemoAccounts, type DemoAccount, type DemoPerson, demoPassword } from './demo-accounts.ts';
export type { AccessDeps, Outbox, OutgoingMessage } from './deps.ts';
export { forgetExpired } from './forget-expired.ts';
export type { Identities, Identity } from './identities.ts';
export { verifiedPhoneIndex } from './resident-token.ts';
export { registerAccess } from './routes.ts';
export { isEmpty, type SetUpDeps, setUpToken } from './set-up.ts';

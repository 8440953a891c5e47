import type { FastifyInstance } from 'fastify';
import { registerBulk } from './bulk-routes.ts';
import type { CaseDeps } from './deps.ts';
import { registerFiling } from './filing-routes.ts';
import { registerFollowing } from './follow-routes.ts';
import { registerSavedViews } from './saved-view-routes.ts';
import { caseServing } from './serving.ts';
import { registerStaffCases } from './staff-routes.ts';

export { contextOf } from './case-context.ts';
export { type NewCase, recordImported } from './record-decision.ts';
export { placeFinder } from './place-finder.ts';
export { foldDay } from './daily-roots.ts';
export { auditCases } from './audit.ts';
export { countyRules, countyRulesIn } from './county-rules.ts';
export { newChallenge } from './challenge.ts';
export type { CaseDeps, CountyRules, Directory, KnownCategory } from './deps.ts';
export { fileAnonymously } from './file-anonymously.ts';
export { forgetContacts } from './forget-contacts.ts';
export { gauges } from './gauges.ts';
export { followedCase } from './follow-routes.ts';
export { relight, relightOpen } from './relight.ts';
export { openWork } from './hand-on.ts';
export { restateClocks } from './restate-clocks.ts';
export { scanClocks } from './scan-clocks.ts';
export { takeFromFigures } from './store.ts';

/** Registers the routes of cases. */
export function registerCases(app: FastifyInstance, deps: CaseDeps): void {
  const serving = caseServing(deps);
  registerFiling(app, serving);
  registerFollowing(app, serving);
  registerStaffCases(app, serving);
  registerBulk(app, serving);
  registerSavedViews(app, serving);
}

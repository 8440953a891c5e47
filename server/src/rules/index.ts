export { handleRules } from './restate.ts';
export { registerRules, type RuleRouteDeps } from './routes.ts';
export { findCut, readCut } from './rule-book.ts';
export type { RuleCut } from './rule-cut.ts';
export {
  areaKindsAt,
  calendarAt,
  type Categories,
  categoriesAt,
  categoriesOf,
  cutAt,
  domainRules,
  readRules,
  rolesAt,
  rulesAt,
  settingsAt,
} from './rules-at.ts';
export { type RulesToSeed, seedRules } from './seed-rules.ts';

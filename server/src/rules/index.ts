export { handleRules } from './restate.ts';
export { registerRules } from './routes.ts';
export { findCut, readCut } from './rule-book.ts';
export type { RuleCut } from './rule-cut.ts';
export {
  areaKindsAt,
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
export { seedRules } from './seed-rules.ts';
export { categorySheet } from './sheets/category-sheet.ts';
export { dutyListSheet } from './sheets/duty-list-sheet.ts';
export { writeRules } from './write-rules.ts';

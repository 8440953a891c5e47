export { type RuleCut } from './rule-book.ts';
export {
  areaKindsAt,
  calendarAt,
  type Categories,
  categoriesAt,
  cutAt,
  ratesAt,
  rolesAt,
  rulesAt,
  settingsAt,
  summonsKindsAt,
} from './rules-at.ts';
export { type RulesToSeed, seedRules } from './seed-rules.ts';

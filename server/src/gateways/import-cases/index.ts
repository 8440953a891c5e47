export { type ImportDeps, type ImportResult, importCases } from './import-cases.ts';
export { type ImportMapping, importMapping } from './mapping.ts';
export type { FaultyRow, Row } from './plan-row.ts';

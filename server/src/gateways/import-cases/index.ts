export { importCases } from './import-cases.ts';
export { importMapping } from './mapping.ts';
export type { FaultyRow, Row } from './plan-row.ts';

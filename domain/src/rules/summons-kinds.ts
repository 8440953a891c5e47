import type { RuleName } from './rule-kinds.ts';

/** Why bodies are called in (吹哨). Clock rules may time a kind of their own. */
export interface SummonsKind {
  readonly id: string;
  readonly name: RuleName;
}

export const defaultSummonsKinds: readonly SummonsKind[] = [
  { id: 'difficulty', name: { zh: '群众难题', en: 'residents’ difficulty' } },
  { id: 'joint', name: { zh: '综合执法', en: 'joint enforcement' } },
  { id: 'urgent', name: { zh: '应急处置', en: 'urgent' } },
];

/** What a county may change without a programmer, each kind with versions of its own. */
export const ruleKinds = [
  'categories',
  'dutyList',
  'taskGate',
  'clockRules',
  'lightRules',
  'summonsKinds',
  'calendar',
  'rates',
  'areaKinds',
  'roles',
  'staffing',
  'settings',
] as const;
export type RuleKind = (typeof ruleKinds)[number];

/** A name as data: Chinese always, English where the county gave one. */
export interface RuleName {
  readonly zh: string;
  readonly en?: string;
}

/** One thing wrong with a rule that was handed in. */
export interface RuleFault {
  /** Dotted path into the body, `''` for the whole. */
  readonly path: string;
  /** Stable code; its words are in the catalogue under `problem.<code>`. */
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** States of a case, in the order of the work. Meaning and way out of each: the transition table. */
export const caseStates = [
  'reported',
  'accepted',
  'dispatched',
  'handling',
  'deferred',
  'handled',
  'closed',
  'rejected',
  'withdrawn',
  'merged',
] as const;
export type CaseState = (typeof caseStates)[number];

/** States in which somebody still owes the next step. */
export const openStates = ['reported', 'accepted', 'dispatched', 'handling', 'deferred', 'handled'] as const;
export type OpenState = (typeof openStates)[number];
export const isOpen = (state: CaseState): state is OpenState => (openStates as readonly CaseState[]).includes(state);

/** Levels of the accountable desk, lowest first. Escalation raises by one. */
export const levels = ['grid', 'community', 'street', 'county'] as const;
export type Level = (typeof levels)[number];

export const urgencies = ['ordinary', 'urgent'] as const;
export type Urgency = (typeof urgencies)[number];

/** What sort of matter it is, as the clock rules tell them apart. */
export const caseKinds = ['ordinary', 'microProject', 'complex'] as const;
export type CaseKind = (typeof caseKinds)[number];

/** By which way a case came in. */
export const channels = ['resident', 'hotline', 'field', 'desk', 'open311', 'import'] as const;
export type Channel = (typeof channels)[number];

import type { CaseCommandType } from './command.ts';
import type { CaseState } from './state.ts';

/** As what somebody may ask something of a case. One person can be several of these at once. */
export type Party =
  /** Staff of the accountable desk. */
  | 'desk'
  /** Staff of a desk above it. */
  | 'above'
  /** The body that leads. */
  | 'lead'
  /** Any body with an open work order, the lead included. */
  | 'body'
  /** A body that has finished its work order of this round. */
  | 'worked'
  /** Staff who may check here and neither handled nor dispatched it. */
  | 'verifier'
  /** Whoever raised it. */
  | 'reporter'
  /** Whoever raised another case that was merged into it. */
  | 'joined'
  /** The worker who filed it as staff. */
  | 'filer'
  /** Staff of the desk that has something to judge on it. */
  | 'judge'
  /** Staff of the desk that owes an answer to a supervision order. */
  | 'supervised'
  /** Staff of the desk that summoned. */
  | 'summoner'
  /** Staff who can read it and work on cases. */
  | 'reader'
  /** Anybody at all. */
  | 'anyone'
  /** The program itself. */
  | 'system';

type Row = { readonly [Command in CaseCommandType]?: readonly Party[] };

/** In every state. */
const always = {
  note: ['desk', 'body', 'worked', 'reader', 'reporter', 'joined'],
  answerSupervision: ['supervised'],
  clockEnded: ['system'],
  restateClocks: ['system'],
  handOn: ['system'],
  takeIn: ['system'],
  letGo: ['system'],
  childClosed: ['system'],
} as const satisfies Row;

/** In every state but merged, where all that was asked stands still with the clocks. */
const judged = { judge: ['judge'], ...always } as const satisfies Row;

const whileOpen = {
  ...judged,
  support: ['anyone'],
  raiseAgain: ['reporter', 'joined'],
  remind: ['desk', 'above'],
  escalate: ['desk', 'above'],
  contact: ['desk', 'body', 'worked'],
} as const satisfies Row;

/** The order is the order of the buttons: the likely one first. */
export const transitions = {
  reported: {
    accept: ['desk'],
    solveOnTheSpot: ['filer'],
    reject: ['desk'],
    merge: ['desk'],
    correct: ['desk'],
    withdraw: ['reporter'],
    ...whileOpen,
  },
  accepted: {
    dispatch: ['desk'],
    summon: ['desk'],
    assignToDesk: ['desk'],
    reject: ['desk'],
    merge: ['desk'],
    correct: ['desk'],
    withdraw: ['reporter'],
    ...whileOpen,
  },
  dispatched: {
    acknowledge: ['body'],
    refuseByGate: ['body'],
    handBack: ['body'],
    transfer: ['body'],
    correct: ['desk'],
    withdraw: ['reporter'],
    ...whileOpen,
  },
  handling: {
    acknowledge: ['body'],
    reportIn: ['body'],
    finish: ['body'],
    moving: ['body'],
    arrived: ['body'],
    transfer: ['body'],
    refuseByGate: ['body'],
    handBack: ['body'],
    decline: ['body'],
    askExtension: ['lead'],
    askDeferral: ['lead'],
    summon: ['desk'],
    merge: ['desk'],
    split: ['desk'],
    correct: ['desk'],
    ...whileOpen,
  },
  deferred: {
    resume: ['lead', 'desk'],
    transfer: ['body'],
    correct: ['desk'],
    ...whileOpen,
  },
  handled: { verify: ['verifier'], ...whileOpen },
  closed: {
    rate: ['reporter'],
    callBack: ['desk'],
    askReopening: ['reporter'],
    rateBody: ['summoner'],
    // The clock of contacting the reporter may outlast the work.
    contact: ['desk', 'worked'],
    ...judged,
  },
  rejected: { appeal: ['reporter'], ...judged },
  withdrawn: { ...judged },
  merged: { unmerge: ['desk'], ...always },
} as const satisfies Record<CaseState, Row>;

/** To whom a state allows a command; undefined where it does not. */
export const allowedTo = (state: CaseState, command: CaseCommandType): readonly Party[] | undefined =>
  (transitions[state] as Row)[command];

/** Every command a state knows, likely ones first. */
export const commandsOf = (state: CaseState): readonly CaseCommandType[] =>
  Object.keys(transitions[state]) as CaseCommandType[];

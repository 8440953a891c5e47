import type { Instant } from '../time.ts';
import type { Body } from './body.ts';
import type { CaseClock } from './clock-record.ts';
import type { ReportedEvent, RoutingReason } from './event.ts';
import type { CaseKind, CaseState, Level, Urgency } from './state.ts';

export type WorkOrderState = 'sent' | 'working' | 'finished' | 'excused' | 'returned';

/** What one body owes on a case. */
export interface WorkOrder {
  /** `wo.<ordinal>` */
  readonly id: string;
  readonly body: Body;
  readonly role: 'lead' | 'supporting';
  readonly by: 'dispatch' | 'summons' | 'desk';
  readonly summonsKind?: string;
  /** Desk that dispatched or summoned. */
  readonly from: string;
  /** Duty-list row that named this body: an upheld hand-back counts against it. */
  readonly row?: string;
  readonly state: WorkOrderState;
  readonly sentAt: Instant;
  /** Acknowledged, or reported in. */
  readonly answeredAt?: Instant;
  readonly movingAt?: Instant;
  readonly arrivedAt?: Instant;
  readonly finishedAt?: Instant;
  /** Person inside the body it was passed to. */
  readonly assignee?: string;
  readonly note?: string;
  readonly rated?: BodyRating;
}

/** How the summoner found a body, counted in assessment. */
export interface BodyRating {
  readonly came: boolean;
  readonly worked: boolean;
  readonly solved: boolean;
}

export type AskKind = 'handBack' | 'extension' | 'deferral' | 'decline' | 'reopening' | 'appeal';

/** Something asked that another has to judge. */
export interface Ask {
  /** `ask.<ordinal>` */
  readonly id: string;
  readonly kind: AskKind;
  readonly at: Instant;
  readonly reason: string;
  /** Area whose desk judges. */
  readonly judge: string;
  readonly workOrder?: string;
  /** Deferral: day of resuming asked for. */
  readonly until?: Instant;
  /** Extension: the amount that replaces the clock's. */
  readonly amount?: number;
  readonly judgedAt?: Instant;
  readonly upheld?: boolean;
  readonly words?: string;
}

export type RedReason = 'overdue' | 'raisedAgain' | 'reopened' | 'unresolved';

/** A numbered order to say, in text, why a case reddened (督办单). */
export interface SupervisionOrder {
  /** `so.<ordinal>` */
  readonly id: string;
  /** Printed number: the case number and the ordinal. */
  readonly number: string;
  readonly reasons: readonly RedReason[];
  /** Desk that let it redden. */
  readonly over: string;
  /** Desk that owes the answer. */
  readonly to: string;
  readonly orderedAt: Instant;
  readonly wentUpAt?: Instant;
  readonly answeredAt?: Instant;
  readonly answer?: string;
  /** Nobody above is left to answer: a fault. */
  readonly stuck?: boolean;
}

export interface Rating {
  readonly at: Instant;
  readonly answered: boolean;
  readonly solved: 'yes' | 'partly' | 'no';
  readonly satisfied: 'very' | 'fairly' | 'no';
  /** A clerk's call-back counts only where the reporter gave none. */
  readonly from: 'reporter' | 'callBack';
}

/** One who said "me too". Only verified ones (a phone or a device) are counted. */
export interface Supporter {
  readonly key: string;
  readonly verified: boolean;
  readonly at: Instant;
}

/** A case: the fold of its events. Never changed by any other way. */
export interface Case {
  readonly id: string;
  readonly county: string;
  readonly number: string;
  /** How many events it is the fold of; also its ETag. */
  readonly version: number;
  readonly state: CaseState;
  readonly report: ReportedEvent;
  readonly category: string;
  readonly kind: CaseKind;
  readonly urgency: Urgency;
  readonly level: Level;
  /** Smallest area that contains the place, or the filer's area where there is no place. */
  readonly area: string;
  readonly point?: readonly [number, number];
  readonly address?: string;
  /** Desk of the area where it was reported: verifies. */
  readonly homeDesk: string;
  /** Accountable desk now. */
  readonly desk: string;
  /** The latest answer of the duty list. */
  readonly routing: RoutingReason;
  readonly reportedAt: Instant;
  readonly updatedAt: Instant;
  readonly workOrders: readonly WorkOrder[];
  /** Index of the first work order of the present round; those before it were given back or belong to an earlier closing. */
  readonly round: number;
  readonly clocks: readonly CaseClock[];
  readonly asks: readonly Ask[];
  readonly orders: readonly SupervisionOrder[];
  /** Red reasons an order was already raised for, each with what tells one occurrence from the next. */
  readonly redSeen: readonly string[];
  readonly ratings: readonly Rating[];
  readonly supporters: readonly Supporter[];
  readonly raisedAgainAt: readonly Instant[];
  /** Reported, contacted or publicly noted: the reporter has had an answer. */
  readonly answeredAt?: Instant;
  readonly contactedAt?: Instant;
  readonly finishedAt?: Instant;
  readonly closedAt?: Instant;
  /** Every closing, the first one first. */
  readonly closings: readonly Instant[];
  readonly reopenings: number;
  readonly reworks: number;
  readonly handBacks: number;
  readonly deferrals: number;
  readonly extensions: number;
  readonly gateRefusals: number;
  readonly reminders: number;
  /** Whether it ever had a lead: dispatched, assigned to the desk or summoned. */
  readonly everAssigned: boolean;
  readonly solvedOnTheSpot: boolean;
  /** The source's own closing, with no verifier of ours. */
  readonly closedAtSource: boolean;
  readonly verifiedBy?: string;
  /** Persons who handled or dispatched it and so may not verify it. */
  readonly handlers: readonly string[];
  readonly mergedInto?: string;
  readonly stateBeforeMerge?: CaseState;
  readonly mergedFrom: readonly string[];
  readonly parent?: string;
  readonly children: readonly { readonly id: string; readonly closed: boolean }[];
  readonly visibleToHandler: boolean;
}

import type { Instant } from '../time.ts';
import type { BodyRating, RedReason } from './case.ts';
import type { Body } from './body.ts';
import type { CaseClock, Suspension } from './clock-record.ts';
import type { AskKind } from './case.ts';
import type { CaseKind, CaseState, Channel, Level, Urgency } from './state.ts';

/** Who did it. Staff by person and post; a reporter by the subject whose key seals their fields. */
export type EventBy =
  | { readonly kind: 'staff'; readonly person: string; readonly post?: string }
  | { readonly kind: 'reporter'; readonly subject?: string }
  | { readonly kind: 'system' };

/** Who reported. Their name, phone and e-mail are never in an event in clear. */
export type Reporter =
  | { readonly kind: 'resident'; readonly subject?: string; readonly onBehalf?: boolean }
  | { readonly kind: 'staff'; readonly person: string }
  | { readonly kind: 'source'; readonly name: string };

/** Why a case went to a body: the duty-list row that matched, or the desk for want of one. */
export interface RoutingReason {
  readonly row?: string;
  readonly version: number;
  readonly gap: boolean;
}

type E<Type extends string, Data = unknown> = {
  readonly type: Type;
  readonly at: Instant;
  readonly by: EventBy;
} & Data;

export type ReportedEvent = E<
  'reported',
  {
    readonly id: string;
    readonly county: string;
    readonly number: string;
    readonly channel: Channel;
    readonly reporter: Reporter;
    readonly category: string;
    readonly kind: CaseKind;
    readonly urgency: Urgency;
    readonly level: Level;
    readonly area: string;
    readonly point?: readonly [number, number];
    readonly address?: string;
    readonly onNoGrid: boolean;
    readonly description: string;
    readonly photos: readonly string[];
    readonly homeDesk: string;
    readonly desk: string;
    readonly routing: RoutingReason;
    readonly hideFromHandler: boolean;
    /** A complaint about this desk, body or worker: it never lands there. */
    readonly about?: string;
    readonly parent?: string;
    /** Name of the source and its own number, for an imported case. */
    readonly source?: { readonly name: string; readonly number: string };
  }
>;

/** Everything that can happen to a case, in the past tense. Append-only; its hash chain is the history. */
export type CaseEvent =
  | ReportedEvent
  | E<'accepted'>
  | E<'rejected', { readonly reason: string }>
  | E<
      'corrected',
      {
        readonly category?: string;
        readonly kind?: CaseKind;
        readonly urgency?: Urgency;
        readonly area?: string;
        readonly point?: readonly [number, number];
        readonly address?: string;
        readonly homeDesk?: string;
        readonly desk?: string;
        readonly routing: RoutingReason;
        readonly reason?: string;
      }
    >
  | E<
      'dispatched',
      { readonly workOrders: readonly NewWorkOrder[]; readonly note?: string; readonly routing?: RoutingReason }
    >
  | E<'assignedToDesk', { readonly workOrders: readonly NewWorkOrder[] }>
  | E<
      'summoned',
      { readonly workOrders: readonly NewWorkOrder[]; readonly summonsKind: string; readonly reason: string }
    >
  | E<'acknowledged', { readonly workOrder: string }>
  | E<'reportedIn', { readonly workOrder: string }>
  | E<'moving', { readonly workOrder: string }>
  | E<'arrived', { readonly workOrder: string }>
  | E<'transferred', { readonly workOrder: string; readonly to: string }>
  /** The body of the work order ended, and this one took it over. */
  | E<'handedOn', { readonly workOrder: string; readonly from: Body; readonly body: Body }>
  | E<'gateRefused', { readonly workOrder: string; readonly sender: string }>
  | E<'contacted', { readonly note: string }>
  | E<'noted', { readonly text: string; readonly public: boolean; readonly photos: readonly string[] }>
  | E<'workOrderFinished', { readonly workOrder: string; readonly note: string; readonly photos: readonly string[] }>
  | E<'handled'>
  | E<'solvedOnTheSpot', { readonly note: string; readonly photos: readonly string[]; readonly sampled: boolean }>
  | E<'verified', { readonly pass: boolean; readonly note: string; readonly photos: readonly string[] }>
  | E<'closed'>
  | E<
      'asked',
      {
        readonly ask: string;
        readonly kind: AskKind;
        readonly reason: string;
        readonly judge: string;
        readonly workOrder?: string;
        readonly until?: Instant;
        readonly amount?: number;
      }
    >
  | E<'judged', { readonly ask: string; readonly upheld: boolean; readonly words: string }>
  | E<'deferred', { readonly until: Instant }>
  | E<'resumed', { readonly byDate: boolean }>
  | E<'extended', { readonly clock: string; readonly amount: number }>
  | E<'handedBack', { readonly workOrder: string; readonly row?: string }>
  /** `lead` is the work order that leads from now on, where the excused one led. */
  | E<'excused', { readonly workOrder: string; readonly lead?: string }>
  | E<'reopened', { readonly after: 'reopening' | 'appeal' }>
  | E<'withdrawn', { readonly reason?: string }>
  | E<
      'rated',
      {
        readonly answered: boolean;
        readonly solved: 'yes' | 'partly' | 'no';
        readonly satisfied: 'very' | 'fairly' | 'no';
        readonly words?: string;
      }
    >
  | E<
      'calledBack',
      {
        readonly answered: boolean;
        readonly solved: 'yes' | 'partly' | 'no';
        readonly satisfied: 'very' | 'fairly' | 'no';
        readonly words?: string;
      }
    >
  | E<'supported', { readonly key: string; readonly verified: boolean }>
  | E<'raisedAgain', { readonly text: string }>
  | E<'merged', { readonly into?: string; readonly reason?: string }>
  | E<'mergedIn', { readonly from: string }>
  | E<'unmerged', { readonly from: string; readonly reason: string }>
  | E<'unmergedFrom', { readonly from: string }>
  | E<'split', { readonly children: readonly string[]; readonly reason: string }>
  | E<'childClosed', { readonly child: string }>
  | E<'escalated', { readonly level: Level; readonly desk: string; readonly reason: string }>
  | E<'reminded', { readonly text: string; readonly to: Body }>
  | E<
      'supervisionOrdered',
      {
        readonly order: string;
        readonly number: string;
        readonly reasons: readonly RedReason[];
        readonly keys: readonly string[];
        readonly over: string;
        readonly to: string;
      }
    >
  | E<'supervisionAnswered', { readonly order: string; readonly text: string }>
  | E<'supervisionWentUp', { readonly order: string; readonly to: string }>
  | E<'bodyRated', { readonly workOrder: string } & BodyRating>
  | E<'clockStarted', { readonly clock: CaseClock }>
  | E<'clocksHalted', { readonly clocks: readonly string[] }>
  | E<
      'clockMoved',
      {
        readonly clock: string;
        readonly suspensions: readonly Suspension[];
        readonly amount?: CaseClock['amount'];
        readonly source?: CaseClock['source'];
        readonly owner?: CaseClock['owner'];
        readonly dueAt: Instant;
      }
    >
  | E<
      'clockStopped',
      { readonly clock: string; readonly stoppedAt: Instant; readonly outcome: 'met' | 'late' | 'dropped' }
    >
  | E<'clockEnded', { readonly clock: string; readonly due: Instant }>
  | E<'faultRaised', { readonly fault: CaseFault; readonly detail?: string }>
  | E<'imported', { readonly state: CaseState; readonly closedAt?: Instant; readonly reason?: string }>;

/** What a work order begins as. */
export interface NewWorkOrder {
  readonly id: string;
  readonly body: Body;
  readonly role: 'lead' | 'supporting';
  readonly by: 'dispatch' | 'summons' | 'desk';
  readonly summonsKind?: string;
  readonly from: string;
  /** Duty-list row that named this body. */
  readonly row?: string;
}

/** Faults a case can show to the administrator: nothing is skipped in silence. */
export type CaseFault =
  | 'noSuperior'
  | 'noVerifier'
  | 'noClockRule'
  | 'noDutyRow'
  | 'onNoGrid'
  | 'supervisionUnanswered';

export type CaseEventType = CaseEvent['type'];
export type EventOf<Type extends CaseEventType> = Extract<CaseEvent, { readonly type: Type }>;

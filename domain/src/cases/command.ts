import type { Instant } from '../time.ts';
import type { BodyRating } from './case.ts';
import type { Body } from './body.ts';
import type { Reporter } from './event.ts';
import type { CaseKind, CaseState, Channel, Urgency } from './state.ts';

type C<Type extends string, Data = unknown> = { readonly type: Type } & Data;
type Reason = { readonly reason: string };
/** Only needed by somebody who stands for several bodies of the case. */
type OnOrder = { readonly workOrder?: string };
export type Answers = {
  readonly answered: boolean;
  readonly solved: 'yes' | 'partly' | 'no';
  readonly satisfied: 'very' | 'fairly' | 'no';
  readonly words?: string;
};

/** What begins a case. The ids and the number are made by the caller: the domain knows no randomness. */
export interface FileCommand {
  readonly type: 'file';
  readonly id: string;
  readonly county: string;
  readonly number: string;
  readonly channel: Channel;
  readonly reporter: Reporter;
  readonly category: string;
  readonly kind?: CaseKind;
  readonly urgency?: Urgency;
  readonly area: string;
  readonly point?: readonly [number, number];
  readonly address?: string;
  readonly onNoGrid: boolean;
  readonly description: string;
  readonly photos: readonly string[];
  readonly hideFromHandler: boolean;
  /** Area code of the desk complained about, or the organisation's id. */
  readonly about?: string;
  readonly parent?: string;
  /** Solved on the spot by the worker who reports it (自办即结). */
  readonly solved?: { readonly note: string; readonly photos: readonly string[] };
}

/** A case brought in from elsewhere with its own times, its state there, and its own due time if it has one. */
export interface ImportCommand {
  readonly type: 'import';
  readonly report: Omit<FileCommand, 'type' | 'solved'>;
  readonly source: { readonly name: string; readonly number: string };
  readonly reportedAt: Instant;
  readonly dueAt?: Instant;
  readonly lead?: Body;
  readonly state: Extract<CaseState, 'reported' | 'handling' | 'closed' | 'merged' | 'rejected'>;
  readonly closedAt?: Instant;
  readonly reason?: string;
}

/** Everything that can be asked of a case. Which state allows which to whom: the transition table. */
export type Command =
  | FileCommand
  | ImportCommand
  | C<'accept'>
  | C<'reject', Reason>
  | C<
      'correct',
      {
        readonly category?: string;
        readonly kind?: CaseKind;
        readonly urgency?: Urgency;
        readonly area?: string;
        readonly point?: readonly [number, number];
        readonly address?: string;
        readonly reason?: string;
      }
    >
  | C<'dispatch', { readonly lead: Body; readonly supporting: readonly Body[]; readonly note?: string }>
  | C<'assignToDesk'>
  | C<'summon', { readonly bodies: readonly Body[]; readonly summonsKind: string; readonly reason: string }>
  | C<'acknowledge', OnOrder>
  | C<'reportIn', OnOrder>
  | C<'moving', OnOrder>
  | C<'arrived', OnOrder>
  | C<'transfer', OnOrder & { readonly to: string }>
  | C<'refuseByGate', OnOrder>
  | C<'contact', { readonly note: string }>
  | C<'note', { readonly text: string; readonly public: boolean; readonly photos: readonly string[] }>
  | C<'finish', OnOrder & { readonly note: string; readonly photos: readonly string[] }>
  | C<'solveOnTheSpot', { readonly note: string; readonly photos: readonly string[] }>
  | C<'verify', { readonly pass: boolean; readonly note: string; readonly photos: readonly string[] }>
  | C<'handBack', OnOrder & Reason>
  | C<'decline', OnOrder & Reason>
  | C<'askExtension', OnOrder & Reason & { readonly amount: number }>
  | C<'askDeferral', OnOrder & Reason & { readonly until: Instant }>
  | C<'judge', { readonly ask: string; readonly upheld: boolean; readonly words: string }>
  | C<'resume'>
  | C<'rate', Answers>
  | C<'callBack', Answers>
  | C<'support', { readonly key: string; readonly verified: boolean }>
  | C<'raiseAgain', { readonly text: string }>
  | C<'askReopening', Reason>
  | C<'appeal', Reason>
  | C<'withdraw', { readonly reason?: string }>
  | C<'merge', { readonly into: string; readonly reason?: string }>
  | C<'unmerge', Reason>
  | C<'split', Reason & { readonly children: readonly string[] }>
  | C<'escalate', Reason>
  | C<'remind', { readonly text: string }>
  | C<'answerSupervision', { readonly order: string; readonly text: string }>
  | C<'rateBody', { readonly workOrder: string } & BodyRating>
  // The program's own:
  | C<'takeIn', { readonly from: string }>
  | C<'letGo', { readonly from: string }>
  | C<'childClosed', { readonly child: string }>
  | C<'clockEnded', { readonly clock: string }>
  | C<'restateClocks'>
  /** A body was merged or closed: another takes what it owes. */
  | C<'handOn', { readonly from: Body; readonly to: Body }>;

export type CommandType = Command['type'];
export type CommandOf<Type extends CommandType> = Extract<Command, { readonly type: Type }>;
/** Commands on a case that exists. */
export type CaseCommandType = Exclude<CommandType, 'file' | 'import'>;

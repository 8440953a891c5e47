import type { Body } from '../body.ts';
import type { CommandOf, ImportCommand } from '../command.ts';
import { areaOf } from '../context.ts';
import { refuse } from '../refusal.ts';
import { takeOn } from './assign.ts';
import { deskOf, report } from './intake.ts';
import type { Outcome } from './outcome.ts';
import { dropClocks, meetClocks, type Recorder, recorderAt, startClock, startDated } from './recorder.ts';

const system = { kind: 'system' } as const;

/**
 * Brings a case in with its own times, each event at the instant it happened at the source. What the source closed has
 * no verifier of ours. What is open is owed by the time the source gave, else by the rule from now on.
 */
export function importCase(r: Recorder, command: CommandOf<'import'>): Outcome {
  const { reportedAt, closedAt, lead, state } = command;
  const over = closedAt ?? reportedAt;
  if (lead && areaOf(r.context, lead) === undefined) return refuse('unknownBody');
  if (over < reportedAt || over > r.context.now) return refuse('timeBackwards');
  const then = recorderAt(r, reportedAt);
  const refused = report(then, command.report, command.source);
  if (refused) return refused;
  const owner: Body = lead ?? deskOf(r.case);
  if (command.dueAt !== undefined) startDated(then, 'handle', owner, command.dueAt, 'imported');
  if (lead && state !== 'reported') assign(then, lead);
  bringIn(recorderAt(r, over), command);
  if (state === 'reported') owing(r, command.dueAt);
  if (state === 'handling') handling(r, owner);
  return undefined;
}

function assign(then: Recorder, lead: Body): void {
  const order = { id: 'wo.1', body: lead, role: 'lead' as const, by: 'dispatch' as const, from: then.case.desk };
  then.emit({ type: 'dispatched', by: system, workOrders: [order] });
  then.emit({ type: 'acknowledged', by: system, workOrder: order.id });
}

function bringIn(then: Recorder, { state, closedAt, reason }: ImportCommand): void {
  then.emit({
    type: 'imported',
    state,
    ...(closedAt !== undefined && { closedAt }),
    ...(reason !== undefined && { reason }),
  });
  if (state === 'closed') meetClocks(then, { stages: ['handle'] });
  if (state === 'merged' || state === 'rejected') dropClocks(then, { stages: ['handle'] });
}

function owing(r: Recorder, dueAt: number | undefined): void {
  if (dueAt === undefined) startClock(r, 'accept', deskOf(r.case));
  else startDated(r, 'accept', deskOf(r.case), dueAt, 'imported', r.case.reportedAt);
}

/** Work under way whose body the source did not name is the desk's own. */
function handling(r: Recorder, owner: Body): void {
  if (r.case.workOrders.length === 0) takeOn(r, system);
  else if (!r.case.clocks.some(({ stage }) => stage === 'handle')) startClock(r, 'handle', owner);
}

import { type Body, deskAbove, deskAt } from '../body.ts';
import type { Case } from '../case.ts';
import type { CommandOf, FileCommand, ImportCommand } from '../command.ts';
import { areaOf, type Context } from '../context.ts';
import { refuse } from '../refusal.ts';
import { routeCase } from '../routing.ts';
import type { Handler, Outcome } from './outcome.ts';
import { dropClocks, meetClocks, raiseFault, type Recorder, startClock, startDated } from './recorder.ts';
import { sampled } from './sample.ts';
import { handOver } from './verify.ts';

type Intake = Omit<FileCommand, 'type' | 'solved'>;

/** Writes `reported`: desk by place (one level up for a complaint about it), owner by duty list. */
function report(r: Recorder, filed: Intake, more: { at?: number; source?: ImportCommand['source'] } = {}): Outcome {
  const { rules, desks } = r.context;
  const at = more.at ?? r.context.now;
  const home = deskAt(desks, filed.area);
  if (!home) return refuse('noDesk', { area: filed.area });
  const spared = filed.about === undefined ? undefined : aboutArea(r.context, filed.about);
  const above = spared !== undefined && home.area.startsWith(spared) ? deskAbove(desks, spared) : undefined;
  const desk = above ?? home;
  const matter = {
    category: filed.category,
    area: filed.area,
    level: desk.level,
    kind: filed.kind ?? 'ordinary',
    urgency: filed.urgency ?? 'ordinary',
  };
  const route = routeCase(rules.calendar, rules.dutyList, matter, desk.area, at);
  r.emit({
    type: 'reported',
    at,
    ...withoutUndefined(filed),
    kind: filed.kind ?? route.kind ?? 'ordinary',
    urgency: filed.urgency ?? route.urgency ?? 'ordinary',
    level: route.level ?? desk.level,
    homeDesk: desk.area,
    desk: desk.area,
    routing: { version: route.version, gap: route.gap, ...(route.row !== undefined && { row: route.row }) },
    ...(more.source && { source: more.source }),
  });
  if (spared !== undefined && !above && home.area.startsWith(spared)) raiseFault(r, 'noSuperior', spared);
  if (route.gap) raiseFault(r, 'noDutyRow', filed.category);
  if (filed.onNoGrid) raiseFault(r, 'onNoGrid');
  return undefined;
}

/** The desk a complaint must not land on: the area complained about, or the one a body serves. */
const aboutArea = (context: Context, about: string): string | undefined =>
  context.desks.some((desk) => desk.area === about) ? about : context.bodyAreas.get(`org:${about}`);

function withoutUndefined(filed: Intake): Intake {
  return Object.fromEntries(Object.entries(filed).filter(([, value]) => value !== undefined)) as unknown as Intake;
}

const deskOf = (found: Case): Body => ({ kind: 'desk', area: found.desk });

/** Files a new case; one solved on the spot is finished in the same step. */
export function file(r: Recorder, { type: _type, solved, ...filed }: CommandOf<'file'>): Outcome {
  const refused = report(r, filed);
  if (refused) return refused;
  startClock(r, 'accept', deskOf(r.case));
  if (solved) onTheSpot(r, solved);
  return undefined;
}

function onTheSpot(r: Recorder, solved: { readonly note: string; readonly photos: readonly string[] }): void {
  const drawn = sampled(r.case.id, r.context.rules.sampleRate);
  r.emit({ type: 'solvedOnTheSpot', note: solved.note, photos: solved.photos, sampled: drawn });
  meetClocks(r, { stages: ['accept'] });
  if (drawn) handOver(r);
  else r.emit({ type: 'closed', by: { kind: 'system' } });
}

export const solveOnTheSpot: Handler<'solveOnTheSpot'> = (r, command) => {
  onTheSpot(r, command);
  return undefined;
};

/** Brings a case in with its own times. What the source closed has no verifier of ours. */
export function importCase(r: Recorder, command: CommandOf<'import'>): Outcome {
  const { context } = r;
  if (command.lead && areaOf(context, command.lead) === undefined) return refuse('unknownBody');
  if ((command.closedAt ?? command.reportedAt) < command.reportedAt) return refuse('timeBackwards');
  const refused = report(r, command.report, { at: command.reportedAt, source: command.source });
  if (refused) return refused;
  const owner = command.lead ?? deskOf(r.case);
  const { dueAt, state } = command;
  if (dueAt !== undefined) startDated(r, 'handle', owner, dueAt, 'imported', command.reportedAt);
  if (command.lead && state !== 'reported') {
    const order = { id: 'wo.1', body: command.lead, role: 'lead' as const, by: 'dispatch' as const, from: r.case.desk };
    r.emit({ type: 'dispatched', at: command.reportedAt, by: { kind: 'system' }, workOrders: [order] });
    r.emit({ type: 'acknowledged', at: command.reportedAt, by: { kind: 'system' }, workOrder: 'wo.1' });
  }
  const at = command.closedAt ?? command.reportedAt;
  r.emit({
    type: 'imported',
    at,
    state,
    ...(command.closedAt !== undefined && { closedAt: command.closedAt }),
    ...(command.reason !== undefined && { reason: command.reason }),
  });
  if (state === 'reported') owing(r, 'accept', owner, dueAt);
  if (state === 'handling' && dueAt === undefined) startClock(r, 'handle', owner);
  if (state === 'closed') meetClocks(r, { stages: ['handle'] }, at);
  if (state === 'merged' || state === 'rejected') dropClocks(r, { stages: ['handle'] });
  return undefined;
}

/** An imported matter that nobody has taken yet is owed by the time the source gave, else by the rule. */
function owing(r: Recorder, stage: 'accept', owner: Body, dueAt: number | undefined): void {
  if (dueAt === undefined) startClock(r, stage, owner);
  else startDated(r, stage, owner, dueAt, 'imported', r.case.reportedAt);
}

export const accept: Handler<'accept'> = (r) => {
  r.emit({ type: 'accepted' });
  meetClocks(r, { stages: ['accept'] });
  startClock(r, 'dispatch', deskOf(r.case));
  return undefined;
};

export const reject: Handler<'reject'> = (r, { reason }) => {
  r.emit({ type: 'rejected', reason });
  meetClocks(r, { stages: ['accept', 'dispatch'] });
  return undefined;
};

/** Puts category, place or urgency right. Routes anew; restarts no clock. */
export const correct: Handler<'correct'> = (r, { type: _type, reason, ...changes }) => {
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as typeof changes;
  if (Object.keys(given).length === 0) return refuse('nothingToCorrect');
  const { rules, desks, now } = r.context;
  const found = r.case;
  const area = given.area ?? found.area;
  const home = deskAt(desks, area);
  if (!home) return refuse('noDesk', { area });
  const escalated = found.desk !== found.homeDesk;
  const moved = given.area !== undefined && home.area !== found.homeDesk;
  const desk = moved && !escalated ? home.area : found.desk;
  const route = routeCase(rules.calendar, rules.dutyList, { ...found, ...given, area }, desk, now);
  r.emit({
    type: 'corrected',
    ...given,
    ...(moved && { homeDesk: home.area, desk }),
    routing: { version: route.version, gap: route.gap, ...(route.row !== undefined && { row: route.row }) },
    ...(reason !== undefined && { reason }),
  });
  if (route.gap && !found.routing.gap) raiseFault(r, 'noDutyRow', r.case.category);
  return undefined;
};

import type { Body } from '../body.ts';
import type { Case } from '../case.ts';
import type { CommandOf, FileCommand, ImportCommand } from '../command.ts';
import { refuse } from '../refusal.ts';
import { routeCase } from '../routing.ts';
import { handOver } from './hand-over.ts';
import { landingOf } from './landing.ts';
import type { Handler, Outcome } from './outcome.ts';
import { dropClocks, meetClocks, raiseFault, type Recorder, startClock } from './recorder.ts';
import { sampled } from './sample.ts';

type Intake = Omit<FileCommand, 'type' | 'solved'>;

/** Writes `reported`: desk by place, owner by duty list. What could not be found is a fault. */
export function report(r: Recorder, filed: Intake, source?: ImportCommand['source']): Outcome {
  const { rules, now } = r.context;
  const landing = landingOf(r.context, filed.area, filed.about);
  if (!landing) return refuse('noDesk', { area: filed.area });
  const { desk, noneAbove } = landing;
  const matter = {
    category: filed.category,
    area: filed.area,
    level: desk.level,
    kind: filed.kind ?? 'ordinary',
    urgency: filed.urgency ?? 'ordinary',
  };
  const route = routeCase(rules.calendar, rules.dutyList, matter, desk.area, now);
  r.emit({
    type: 'reported',
    ...withoutUndefined(filed),
    kind: filed.kind ?? route.kind ?? 'ordinary',
    urgency: filed.urgency ?? route.urgency ?? 'ordinary',
    level: route.level ?? desk.level,
    homeDesk: desk.area,
    desk: desk.area,
    routing: { version: route.version, gap: route.gap, ...(route.row !== undefined && { row: route.row }) },
    ...(source && { source }),
  });
  if (noneAbove !== undefined) raiseFault(r, 'noSuperior', noneAbove);
  if (route.gap) raiseFault(r, 'noDutyRow', filed.category);
  if (filed.onNoGrid) raiseFault(r, 'onNoGrid');
  return undefined;
}

function withoutUndefined(filed: Intake): Intake {
  return Object.fromEntries(Object.entries(filed).filter(([, value]) => value !== undefined)) as unknown as Intake;
}

export const deskOf = (found: Case): Body => ({ kind: 'desk', area: found.desk });

/** Files a new case; one solved on the spot by a worker is finished in the same step. */
export function file(r: Recorder, { type: _type, solved, ...filed }: CommandOf<'file'>): Outcome {
  if (solved && r.context.actor.kind !== 'staff') return refuse('notYours');
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

export const accept: Handler<'accept'> = (r) => {
  r.emit({ type: 'accepted' });
  meetClocks(r, { stages: ['accept'] });
  startClock(r, 'dispatch', deskOf(r.case));
  return undefined;
};

/** Not to be dealt with; the reporter is told why, and that is the contact owed, if one still was. */
export const reject: Handler<'reject'> = (r, { reason }) => {
  r.emit({ type: 'rejected', reason });
  meetClocks(r, { stages: ['accept', 'dispatch'] });
  dropClocks(r, { stages: ['contact', 'handle'] });
  return undefined;
};

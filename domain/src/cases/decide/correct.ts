import { deskFrom } from '../body.ts';
import { isRunning } from '../clock-record.ts';
import { refuse } from '../refusal.ts';
import { routeCase } from '../routing.ts';
import { deskOf } from './intake.ts';
import { landingOf } from './landing.ts';
import type { Handler } from './outcome.ts';
import { moveClock, raiseFault, type Recorder } from './recorder.ts';

/** Puts category, place or urgency right. Routes anew; restarts no clock. */
export const correct: Handler<'correct'> = (r, { type: _type, reason, ...changes }) => {
  const given = Object.fromEntries(
    Object.entries(changes).filter(([, value]) => value !== undefined),
  ) as typeof changes;
  if (Object.keys(given).length === 0) return refuse('nothingToCorrect');
  const { rules, now } = r.context;
  const found = r.case;
  const moved = desksAt(r, given.area);
  if (!moved) return refuse('noDesk', { area: given.area ?? found.area });
  const route = routeCase(rules.calendar, rules.dutyList, { ...found, ...given }, moved.desk, now);
  r.emit({
    type: 'corrected',
    ...given,
    ...(given.area !== undefined && moved),
    routing: { version: route.version, gap: route.gap, ...(route.row !== undefined && { row: route.row }) },
    ...(reason !== undefined && { reason }),
  });
  if (route.gap && !found.routing.gap) raiseFault(r, 'noDutyRow', r.case.category);
  if (moved.desk !== found.desk) passOn(r, found.desk);
  return undefined;
};

/** The desks after the place is put right: a complaint stays above whom it is about, an escalated case at its level. */
function desksAt(r: Recorder, area: string | undefined): { homeDesk: string; desk: string } | undefined {
  const { desk, homeDesk, level, report } = r.case;
  if (area === undefined) return { desk, homeDesk };
  const landing = landingOf(r.context, area, report.about);
  if (!landing) return undefined;
  const home = landing.desk.area;
  const raised = desk === homeDesk ? undefined : deskFrom(r.context.desks, home, level);
  return { homeDesk: home, desk: raised?.area ?? home };
}

/** What the desk owes is owed by the new one from now on. */
function passOn(r: Recorder, from: string): void {
  const owed = r.case.clocks.filter(
    (clock) =>
      isRunning(clock) &&
      (clock.stage === 'accept' || clock.stage === 'dispatch') &&
      clock.owner.kind === 'desk' &&
      clock.owner.area === from,
  );
  for (const clock of owed) moveClock(r, clock, clock.suspensions, { owner: deskOf(r.case) });
}

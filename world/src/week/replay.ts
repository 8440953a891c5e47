import {
  type Case,
  type CaseEvent,
  type Command,
  type Context,
  decide,
  type FileCommand,
  nextEnded,
  type RefusalCode,
} from '@gezhi/domain/cases/index';
import { actorOf, bodyAreas, desks, grid, residentsOf, rules, verifiers } from './county.ts';
import { weekEnd, weekScript } from './script.ts';
import { type WeekReport, type WeekStep, weekInstant } from './step.ts';

/** One matter as it stands, with its whole history. */
export interface Told {
  readonly case: Case;
  readonly events: readonly CaseEvent[];
}

/** The week so far: its matters by name, and what was refused. */
export interface Week {
  readonly matters: ReadonlyMap<string, Told>;
  readonly refused: readonly { readonly step: WeekStep; readonly code: RefusalCode }[];
}

const county = '450802';
const system = { kind: 'system', county } as const;
const caseId = (matter: string): string => `matter ${matter}`;

function contextOf(actor: Context['actor'], now: number, other?: Case): Context {
  return { now, actor, rules, desks, bodyAreas, verifiers, ...(other && { other }) };
}

/**
 * Replays the steps up to a local minute in the domain alone: nothing but decisions, with the clocks ended in the order
 * of their due times over all matters, each recorded at its own due time, as the server does.
 */
export function replayWeek(until = weekEnd, steps: readonly WeekStep[] = weekScript): Week {
  const matters = new Map<string, Told>();
  const refused: Week['refused'][number][] = [];

  function give(matter: string, command: Command, actor: Context['actor'], now: number): RefusalCode | undefined {
    const told = matters.get(matter);
    const other = command.type === 'merge' ? matters.get(nameOf(command.into))?.case : undefined;
    const decision = decide(told?.case, command, contextOf(actor, now, other));
    if (!decision.ok) return decision.refusal.code;
    matters.set(matter, { case: decision.case, events: [...(told?.events ?? []), ...decision.events] });
    return undefined;
  }

  function endClocks(now: number): void {
    for (;;) {
      const next = [...matters].flatMap(([matter, { case: found }]) => {
        const clock = nextEnded(found.clocks, now);
        return clock ? [{ matter, clock, at: Math.max(clock.dueAt, found.updatedAt) }] : [];
      });
      const [first] = next.toSorted((a, b) => a.at - b.at);
      if (!first) return;
      const code = give(first.matter, { type: 'clockEnded', clock: first.clock.id }, system, first.at);
      if (code) throw new Error(`clock ${first.clock.id} of ${first.matter}: ${code}`);
    }
  }

  function play(step: WeekStep): void {
    const now = weekInstant(step.at);
    endClocks(now);
    const before = matters.get(step.matter)?.case;
    // Whoever says "me too" has no follow code of the matter.
    const actor = step.does.kind === 'meToo' ? ({ kind: 'public' } as const) : actorOf(step.who, caseId(step.matter));
    const code = give(step.matter, commandOf(step), actor, now);
    if (code) {
      refused.push({ step, code });
      return;
    }
    tellOther(step.matter, before, now);
  }

  /** The other side of a merge and of its undoing. */
  function tellOther(matter: string, before: Case | undefined, now: number): void {
    const after = matters.get(matter)?.case;
    if (!after || after.mergedInto === before?.mergedInto) return;
    if (after.mergedInto !== undefined) give(nameOf(after.mergedInto), { type: 'takeIn', from: after.id }, system, now);
    else if (before?.mergedInto !== undefined)
      give(nameOf(before.mergedInto), { type: 'letGo', from: after.id }, system, now);
  }

  for (const step of steps.filter(({ at }) => at <= until)) play(step);
  endClocks(weekInstant(until));
  return { matters, refused };
}

const nameOf = (id: string): string => id.replace('matter ', '');

function commandOf({ who, matter, does }: WeekStep): Command {
  switch (does.kind) {
    case 'report':
    case 'reportOutside':
      return filing(who, matter, does.report);
    case 'meToo':
      return { type: 'support', key: `phone of ${who}`, verified: true };
    case 'follow':
      return { public: true, ...does.command } as Command;
    case 'command': {
      const { command } = does;
      if (command.type === 'askDeferral') return { ...command, until: Date.parse(command.until) } as Command;
      if (command.type === 'merge')
        return {
          type: 'merge',
          into: caseId(command.into),
          ...(command.reason !== undefined && { reason: command.reason }),
        };
      return command as Command;
    }
  }
}

function filing(who: string, matter: string, report: WeekReport): FileCommand {
  const outside = report.point !== undefined;
  const resident = report.onBehalfOf ?? (report.channel === 'resident' ? who : undefined);
  return {
    type: 'file',
    id: caseId(matter),
    county,
    number: `20261120-${matter.toUpperCase().padStart(6, '0')}`,
    channel: report.channel,
    reporter: resident === undefined ? { kind: 'staff', person: who } : residentsOf(resident, report),
    category: report.category,
    area: outside ? '110101' : grid,
    onNoGrid: false,
    description: report.description,
    photos: Array.from({ length: report.photos }, (_, index) => `photo ${index + 1}`),
    hideFromHandler: false,
    ...(report.urgency && { urgency: report.urgency }),
    ...(report.solved !== undefined && { solved: { note: report.solved, photos: [] } }),
  };
}

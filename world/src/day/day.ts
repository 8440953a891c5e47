import type { CaseRow } from '@gezhi/contract/cases/index';
import { clockRoutes } from '@gezhi/contract/clock/routes';
import { isOpen } from '@gezhi/domain/cases/index';
import { buildHecheng, type BuiltPlace } from '../hecheng/index.ts';
import { chanceFrom } from '../hecheng/random.ts';
import { openResident } from '../resident.ts';
import { actOn } from './act.ts';
import { checkDay } from './check.ts';
import { type Dice, diceOf } from './dice.ts';
import { everyCase } from './every-case.ts';
import { follow } from './follow.ts';
import { reportOne } from './report.ts';
import { openStaff } from './staff.ts';
import type { DayResult } from './summary.ts';
import type { Town } from './town.ts';

export interface DayPlan {
  /** How many matters are reported, those that end in a "me too" included. */
  readonly cases: number;
  readonly seed: number;
  /** Local date, `2026-11-20`. */
  readonly date: string;
  /** Where matters happen; 荷城社区 where not said. */
  readonly place?: BuiltPlace;
  readonly say?: (line: string) => void;
}

const minute = 60_000;
const stepMinutes = 20;
const residents = 12;
/** How many reports an hour of the day has, beside the others. */
const busyness = (hour: number): number =>
  [1, 1, 1, 1, 1, 1, 3, 4, 9, 10, 10, 8, 4, 4, 8, 10, 9, 8, 6, 7, 7, 5, 3, 2][hour] ?? 1;

/** At which step of the day each report comes. */
function timetable(dice: Dice, cases: number): ReadonlyMap<number, number> {
  const steps = Array.from({ length: (24 * 60) / stepMinutes }, (_, step) => step);
  const weighed = steps.map((step) => [step, busyness(Math.floor((step * stepMinutes) / 60))] as const);
  const at = Array.from({ length: cases }, () => dice.weighed(weighed) ?? 0);
  return new Map([...Map.groupBy(at, (step) => step)].map(([step, some]) => [step, some.length]));
}

async function openTown(url: string, password: string, { seed, date }: DayPlan): Promise<Town> {
  const staff = await openStaff(url, password);
  const start = Date.parse(`${date}T00:00:00+08:00`);
  await staff.admin.call(clockRoutes.set, { body: { now: new Date(start).toISOString(), running: false } });
  const people: Town['residents'][number][] = [];
  for (let index = 0; index < residents; index += 1) {
    const phone = `1380775${2001 + index}`;
    people.push({ phone, client: await openResident(url, staff.admin, phone) });
  }
  return {
    url,
    dice: diceOf(chanceFrom(seed)),
    staff,
    residents: people,
    cases: [],
    done: new Map(),
    wrong: [],
    now: start,
  };
}

/** Whether somebody does something about a case in this step. Hardly anybody returns to one that is closed. */
function isLookedAt({ dice }: Town, row: CaseRow, hour: number): boolean {
  if (!isOpen(row.state)) return dice.yes(0.06);
  return dice.yes(hour >= 8 && hour < 18 ? 0.55 : 0.3);
}

/**
 * A day in a filled demonstration, through the public API only, twenty minutes at a step: matters are reported by
 * residents, callers and workers, and those who are at work press the buttons they are offered. Afterwards everything
 * that must hold of the whole is checked.
 */
export async function liveDay(url: string, password: string, plan: DayPlan): Promise<DayResult> {
  const { cases, say = () => undefined, place = buildHecheng() } = plan;
  const town = await openTown(url, password, plan);
  const before = (await everyCase(town)).length;
  const coming = timetable(town.dice, cases);
  const start = town.now;
  for (let step = 0; step * stepMinutes <= 24 * 60; step += 1) {
    town.now = start + step * stepMinutes * minute;
    await town.staff.admin.call(clockRoutes.set, { body: { now: new Date(town.now).toISOString(), running: false } });
    const hour = Math.floor((step * stepMinutes) / 60) % 24;
    for (let ordinal = 0; ordinal < (coming.get(step) ?? 0); ordinal += 1) await reportOne(town, place, ordinal, hour);
    for (const row of await everyCase(town)) {
      if (isLookedAt(town, row, hour)) await actOn(town, row, hour);
    }
    for (const { followCode } of town.cases) {
      if (followCode !== undefined && town.dice.yes(hour >= 7 && hour < 23 ? 0.08 : 0.01))
        await follow(town, followCode);
    }
    if ((step * stepMinutes) % 60 === 0) say(`${String(hour).padStart(2, '0')}:00  ${town.cases.length} cases`);
  }
  return { ...(await checkDay(town, before)), done: town.done, wrong: town.wrong };
}

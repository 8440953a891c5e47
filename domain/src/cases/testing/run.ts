import type { Actor } from '../../access/index.ts';
import type { Case } from '../case.ts';
import { nextEnded } from '../clock-record.ts';
import type { CaseCommandType, Command } from '../command.ts';
import type { Context } from '../context.ts';
import { decide } from '../decide/index.ts';
import type { CaseEvent } from '../event.ts';
import { hindranceOf } from '../hindrances.ts';
import { partiesOf } from '../parties.ts';
import { caseStates } from '../state.ts';
import { allowedTo, commandsOf } from '../transitions.ts';
import { filed, filedByStaff } from './play.ts';
import { choiceFrom, sensible } from './sensible.ts';
import { anybody, contextOf, people, reporterOf, rules, system } from './town.ts';

/** One step of a random run, in any numbers: who tries what, with what in it, after which pause. */
export type RandomStep = readonly [actor: number, command: number, seed: number, pause: number];

const minute = 60_000;
const hour = 60 * minute;

/** Nothing, minutes, an afternoon, a day, a weekend, a fortnight: mostly short ones. */
export const pauses = [
  0,
  0,
  minute,
  minute,
  20 * minute,
  20 * minute,
  2 * hour,
  6 * hour,
  24 * hour,
  66 * hour,
  360 * hour,
];

export const actors: readonly Actor[] = [
  ...Object.values(people),
  reporterOf('case-1'),
  reporterOf('joined 0'),
  anybody,
  system,
];

/** Told of everything that happens, so that whoever watches can check it. */
export interface Watch {
  (seen: {
    readonly before: Case;
    readonly after: Case;
    /** Everything so far. */
    readonly history: readonly CaseEvent[];
  }): void;
}

export interface Run {
  readonly case: Case;
  readonly events: readonly CaseEvent[];
  readonly now: number;
}

const otherCase = filed({ id: 'case-2', number: '20261120-AAAAAA' }).case;

/** The context of a run: another open case to merge into, and every body known. */
export const runContext = (actor: Actor, now: number): Context => contextOf(actor, now, { other: otherCase });

/** How a run may begin. */
const beginnings = [
  () => filed(),
  () => filed({ urgency: 'urgent', category: '0201' }),
  () => filed({ kind: 'complex', category: '09' }),
  () => filedByStaff(),
  () => filedByStaff({ solved: { note: '已清理', photos: [] } }),
  () => filed({ about: '450802001013' }),
];

/** Plays random steps. Refused ones change nothing; the program ends clocks before every step, as the server does. */
export function playRandom(beginning: number, steps: readonly RandomStep[], watch: Watch): Run {
  const begun = (beginnings[beginning % beginnings.length] ?? filed)();
  const history = [...begun.events];
  let run: Run = { case: begun.case, events: history, now: begun.now };
  const trail: Given[] = [];
  const give = (command: Command, actor: Actor, now: number): boolean => {
    const decision = decide(run.case, command, runContext(actor, now));
    if (!decision.ok) return false;
    trail.push({ now, actor, command, state: decision.case.state });
    history.push(...decision.events);
    try {
      watch({ before: run.case, after: decision.case, history });
    } catch (cause) {
      throw new Error(`after\n${trail.map(lineOf).join('\n')}`, { cause });
    }
    run = { case: decision.case, events: history, now };
    return true;
  };
  const fire = (now: number): void => {
    for (let clock = nextEnded(run.case.clocks, now); clock; clock = nextEnded(run.case.clocks, now)) {
      const ended = give({ type: 'clockEnded', clock: clock.id }, system, Math.max(clock.dueAt, run.case.updatedAt));
      // A clock that ends again and again for the same due time would go on for ever.
      const again = run.case.clocks.some(
        ({ id, endedFor, stoppedAt }) => id === clock.id && endedFor !== clock.dueAt && stoppedAt === undefined,
      );
      if (!ended || again)
        throw new Error(`${clock.id} cannot end when ${run.case.state}, after\n${trail.map(lineOf).join('\n')}`);
    }
  };
  for (const step of steps) {
    const now = run.now + (pauses[step[3] % pauses.length] ?? 0);
    fire(now);
    run = { ...run, now };
    const [type, actor] = chosen(run.case, now, step) ?? [];
    if (type && actor) give(sensible(type, run.case, actor, now, choiceFrom(step[2])), actor, now);
  }
  return run;
}

interface Given {
  readonly now: number;
  readonly actor: Actor;
  readonly command: Command;
  readonly state: string;
}

const lineOf = ({ now, actor, command, state }: Given): string =>
  `${new Date(now).toISOString()} ${actor.kind === 'staff' ? actor.person : actor.kind} ${JSON.stringify(command)} → ${state}`;

/** How often a command is tried beside the others, so that runs come far instead of ending at the first withdrawal. */
const weights: Partial<Record<CaseCommandType, number>> = {
  accept: 30,
  dispatch: 12,
  summon: 8,
  acknowledge: 12,
  reportIn: 10,
  finish: 12,
  verify: 20,
  handBack: 4,
  decline: 6,
  askExtension: 4,
  askDeferral: 8,
  judge: 20,
  resume: 2,
  refuseByGate: 6,
  askReopening: 12,
  appeal: 12,
  rate: 6,
  rateBody: 4,
  unmerge: 12,
  childClosed: 12,
  solveOnTheSpot: 4,
};

/** Mostly a command of the state that somebody may give; now and then any command by anybody, which may be refused. */
function chosen(
  found: Case,
  now: number,
  [turn, command, seed]: RandomStep,
): readonly [CaseCommandType, Actor] | undefined {
  const from = turn % actors.length;
  const random = actors[from] ?? system;
  const all = seed % 8 === 0 ? everyCommand : commandsOf(found.state).filter((type) => type !== 'clockEnded');
  const type = weighted(all, command);
  if (!type || seed % 8 === 0) return type && [type, random];
  const inTurn = [...actors.slice(from), ...actors.slice(0, from)];
  const able = inTurn.find((actor) =>
    actor.kind === 'system' ? allowedTo(found.state, type)?.includes('system') : isOffered(found, type, actor, now),
  );
  return able && [type, able];
}

/** As `availableTo`, of one command only: this is asked often. */
function isOffered(found: Case, type: CaseCommandType, actor: Actor, now: number): boolean {
  const parties = partiesOf(found, actor);
  const allowed = allowedTo(found.state, type)?.some((party) => party !== 'system' && parties.has(party));
  return allowed === true && hindranceOf(found, type, actor, rules, now) === undefined;
}

const everyCommand: readonly CaseCommandType[] = [...new Set(caseStates.flatMap(commandsOf))];

function weighted(types: readonly CaseCommandType[], at: number): CaseCommandType | undefined {
  const weight = (type: CaseCommandType): number => weights[type] ?? 1;
  let left = at % types.reduce((sum, type) => sum + weight(type), 0);
  return types.find((type) => (left -= weight(type)) < 0);
}

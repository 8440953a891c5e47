import type { Actor } from '../../access/index.ts';
import type { Case } from '../case.ts';
import { nextEnded } from '../clock-record.ts';
import type { Command, FileCommand, ImportCommand } from '../command.ts';
import type { Context } from '../context.ts';
import { decide } from '../decide/index.ts';
import type { CaseEvent } from '../event.ts';
import type { RefusalCode } from '../refusal.ts';
import { anybody, at, community, contextOf, county, grid, people, system } from './town.ts';

/** A case on its way through a test: its fold, its whole history and the time. */
export interface Play {
  readonly case: Case;
  readonly events: readonly CaseEvent[];
  readonly now: number;
}

/** What a resident reports unless said otherwise. */
export const filing: FileCommand = {
  type: 'file',
  id: 'case-1',
  county,
  number: '20261120-7K3M2Q',
  channel: 'resident',
  reporter: { kind: 'resident', subject: 'r1' },
  category: '0101',
  area: grid,
  onNoGrid: false,
  description: '路灯不亮',
  photos: [],
  hideFromHandler: false,
};

const start = at('11-20T09:10');

/** Files a case on Friday morning. */
export function filed(
  given: Partial<FileCommand> = {},
  actor: Actor = anybody,
  now = start,
  more: Partial<Context> = {},
): Play {
  const decision = decide(undefined, { ...filing, ...given }, contextOf(actor, now, more));
  if (!decision.ok) throw new Error(`filing refused: ${decision.refusal.code}`);
  return { case: decision.case, events: decision.events, now };
}

/** The same matter reported by a grid worker. */
export const filedByStaff = (given: Partial<FileCommand> = {}, now = start): Play =>
  filed({ channel: 'field', reporter: { kind: 'staff', person: '网格员' }, ...given }, people.gridWorker, now);

export function imported(given: Partial<ImportCommand>, now = start): Play {
  const { type: _type, ...report } = filing;
  const command: ImportCommand = {
    type: 'import',
    report: { ...report, channel: 'import', area: community, reporter: { kind: 'source', name: '12345' } },
    source: { name: '12345', number: 'N1' },
    reportedAt: at('11-18T09:00'),
    state: 'reported',
    ...given,
  };
  const decision = decide(undefined, command, contextOf(system, now));
  if (!decision.ok) throw new Error(`import refused: ${decision.refusal.code}`);
  return { case: decision.case, events: decision.events, now };
}

type Told = Command | Command['type'];

const whole = (told: Told): Command => (typeof told === 'string' ? ({ type: told } as Command) : told);

/** Gives a command that must be accepted. `when` is a local minute of the week; without it no time passes. */
export function tell(play: Play, actor: Actor, told: Told, when?: string | number, more: Partial<Context> = {}): Play {
  const now = timeOf(play, when);
  const decision = decide(play.case, whole(told), contextOf(actor, now, more));
  if (!decision.ok) throw new Error(`${whole(told).type} refused: ${JSON.stringify(decision.refusal)}`);
  return { case: decision.case, events: [...play.events, ...decision.events], now };
}

/** The code with which a command is refused; undefined where it is accepted. */
export function refused(
  play: Play,
  actor: Actor,
  told: Told,
  when?: string | number,
  more: Partial<Context> = {},
): RefusalCode | undefined {
  const decision = decide(play.case, whole(told), contextOf(actor, timeOf(play, when), more));
  return decision.ok ? undefined : decision.refusal.code;
}

const timeOf = (play: Play, when: string | number | undefined): number =>
  when === undefined ? play.now : typeof when === 'string' ? at(when) : when;

/** Lets time pass: every clock that ends on the way is put on record at its own time, as the server does. */
export function wait(play: Play, when: string | number): Play {
  const until = timeOf(play, when);
  let current = play;
  let left = 100;
  for (let clock = nextEnded(current.case.clocks, until); clock; clock = nextEnded(current.case.clocks, until)) {
    if ((left -= 1) === 0) throw new Error(`${clock.id} ends again and again`);
    current = tell(
      current,
      system,
      { type: 'clockEnded', clock: clock.id },
      Math.max(clock.dueAt, current.case.updatedAt),
    );
  }
  return { ...current, now: until };
}

import type { Actor } from '../access/index.ts';
import type { Instant } from '../time.ts';
import type { Body, Desk } from './body.ts';
import type { Case } from './case.ts';
import type { Calendar } from './clock/index.ts';
import type { ClockRule } from './clock-rules.ts';
import type { LightRules } from './light.ts';
import type { DutyRow, TaskGate } from './routing.ts';

/** The rules in force for a county at an instant. */
export interface Rules {
  readonly calendar: Calendar;
  readonly clocks: { readonly version: number; readonly rows: readonly ClockRule[] };
  readonly dutyList: { readonly version: number; readonly rows: readonly DutyRow[] };
  readonly gate: TaskGate;
  readonly light: LightRules;
  readonly summonsKinds: readonly string[];
  /** Share of cases solved on the spot that is drawn for checking, 0..1. */
  readonly sampleRate: number;
  readonly reopening: { readonly withinDays: number; readonly times: number };
  readonly rating: { readonly withinDays: number };
}

/** All a decision may know beside the case and the command. */
export interface Context {
  readonly now: Instant;
  readonly actor: Actor;
  readonly rules: Rules;
  /** Every desk of the county. */
  readonly desks: readonly Desk[];
  /** The area each body named in the command or on the case serves, by body key; a body not in it does not exist or is closed. */
  readonly bodyAreas: ReadonlyMap<string, string>;
  /** Persons who may verify at the case's place; undefined where not looked up. */
  readonly verifiers?: readonly string[];
  /** The other case of a merge. */
  readonly other?: Case;
}

/** Area a body serves: its own for a desk, or for a grid where no desk sits; looked up for an organisation. */
export function areaOf({ bodyAreas, desks }: Context, body: Body): string | undefined {
  if (body.kind === 'org') return bodyAreas.get(`org:${body.org}`);
  const hasDesk = desks.some((desk) => desk.area === body.area);
  return hasDesk === (body.kind === 'desk') ? body.area : undefined;
}

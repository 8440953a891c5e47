import type { Instant } from '../time.ts';
import type { Body } from './body.ts';
import type { Calendar } from './clock/index.ts';
import { type Conditions, type Matter, mostSpecific } from './specificity.ts';
import type { CaseKind, Level, Urgency } from './state.ts';

/** One row of the duty list (权责清单): who answers for a category where and when. */
export interface DutyRow extends Pick<Conditions, 'category' | 'area' | 'window' | 'from'> {
  readonly id: string;
  readonly lead: Body;
  readonly supporting: readonly Body[];
  readonly setsLevel?: Level;
  readonly setsUrgency?: Urgency;
  readonly setsKind?: CaseKind;
}

/** Which body a matter goes to and why. A gap means no row fits: the area's own desk keeps it (属地兜底). */
export interface Route {
  readonly lead: Body;
  readonly supporting: readonly Body[];
  readonly row?: string;
  readonly version: number;
  readonly gap: boolean;
  readonly level?: Level;
  readonly urgency?: Urgency;
  readonly kind?: CaseKind;
}

/** Looks a matter up in the duty list. */
export function routeCase(
  calendar: Calendar,
  list: { readonly version: number; readonly rows: readonly DutyRow[] },
  matter: Matter,
  desk: string,
  now: Instant,
): Route {
  const row = mostSpecific(calendar, list.rows, matter, now);
  if (!row) return { lead: { kind: 'desk', area: desk }, supporting: [], version: list.version, gap: true };
  return {
    lead: row.lead,
    supporting: row.supporting,
    row: row.id,
    version: list.version,
    gap: false,
    ...(row.setsLevel && { level: row.setsLevel }),
    ...(row.setsUrgency && { urgency: row.setsUrgency }),
    ...(row.setsKind && { kind: row.setsKind }),
  };
}

/** The task gate (准入清单): what may be put on a grid at all, by category code. */
export interface TaskGate {
  readonly version: number;
  readonly categories: readonly string[];
}

/** Whether a category may be put on a grid. */
export const passesGate = (gate: TaskGate, category: string): boolean =>
  gate.categories.some((code) => category.startsWith(code));

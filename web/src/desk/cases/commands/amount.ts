import type { CaseView } from '@gezhi/contract/cases/index';
import type { ClockKind } from '../../../ui/time-words.ts';
import type { Say } from '../../../words/locale.tsx';

type ClockView = CaseView['clocks'][number];

/** The amount of a clock: minutes for `running` and `working`, days for the other two. */
export interface ClockAmount {
  readonly kind: ClockKind;
  readonly amount: number;
}

/** What an amount is said in. Hours where the minutes come out whole. */
export type AmountUnit = 'minutes' | 'hours' | 'workingMinutes' | 'workingHours' | 'workingDays' | 'days';

export function unitOf({ kind, amount }: ClockAmount): AmountUnit {
  const inHours = amount >= 60 && amount % 60 === 0;
  if (kind === 'running') return inHours ? 'hours' : 'minutes';
  if (kind === 'working') return inHours ? 'workingHours' : 'workingMinutes';
  return kind === 'workingDays' ? 'workingDays' : 'days';
}

/** How many of the clock's own counting make one of the unit. */
export const sizeOf = (unit: AmountUnit): 1 | 60 => (unit === 'hours' || unit === 'workingHours' ? 60 : 1);

/** An amount as people say it: "8 小时 (工作时)", "5 个工作日". */
export function amountWords(say: Say, amount: ClockAmount): string {
  const unit = unitOf(amount);
  return say(`clock.amount.${unit}`, { n: amount.amount / sizeOf(unit) });
}

/**
 * The clock whose amount an extension replaces: of those that time the work of this order, the one that ends first.
 * The same choice as the domain makes.
 */
export function extendedClock(
  found: Pick<CaseView, 'clocks'>,
  workOrder: string | undefined,
): (ClockView & { readonly amount: ClockAmount }) | undefined {
  return found.clocks
    .flatMap((clock) => (clock.amount === undefined ? [] : [{ ...clock, amount: clock.amount }]))
    .filter(({ stoppedAt }) => stoppedAt === undefined)
    .filter(({ stage, ref }) => stage === 'handle' || (stage === 'result' && ref === workOrder))
    .toSorted((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt))[0];
}

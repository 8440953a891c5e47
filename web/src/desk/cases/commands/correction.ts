type Values = Readonly<Record<string, unknown>>;

/** What was changed in a form that began with what stands now: parts left as they were are not said again. */
export function correctionOf(start: Values, values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([part, value]) => !isSame(start[part], value)));
}

const isSame = (before: unknown, now: unknown): boolean => JSON.stringify(blank(before)) === JSON.stringify(blank(now));

const blank = (value: unknown): unknown => value ?? '';

const DAY = 86_400_000;

/** Local midnight of the Monday of the week an instant lies in, epoch ms. `offset` is the county's, in minutes. */
export function mondayOf(at: number, offset = 480): number {
  const local = at + offset * 60_000;
  const day = Math.floor(local / DAY);
  // Day 0 of the epoch was a Thursday.
  const monday = day - ((((day + 3) % 7) + 7) % 7);
  return monday * DAY - offset * 60_000;
}

/** The seven days of a week from its Monday, as the instants they begin at. */
export function daysOf(monday: number): readonly number[] {
  return [0, 1, 2, 3, 4, 5, 6].map((day) => monday + day * DAY);
}

/** Whether a turn touches a day that begins at an instant. */
export function touches(turn: { readonly from: string; readonly to: string }, day: number): boolean {
  return Date.parse(turn.from) < day + DAY && Date.parse(turn.to) > day;
}

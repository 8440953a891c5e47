/** A time of day as it was typed, in minutes after midnight: `8:30` → 510, `24:00` → 1440; undefined where it is none. */
export function readMinute(typed: string): number | undefined {
  const found = /^(\d{1,2})[:：](\d{2})$/.exec(typed.normalize('NFKC').trim());
  if (found === null) return undefined;
  const [hours, minutes] = [Number(found[1]), Number(found[2])];
  const whole = hours * 60 + minutes;
  return minutes > 59 || whole > 1_440 ? undefined : whole;
}

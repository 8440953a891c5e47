/** Making a format costs a thousand times what using it does, and a list shows hundreds of times. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  formats.set(zone, made);
  return made;
}

/** What the clock on the county's wall says at an instant: `2026-11-20T09:05`. `zone` is an IANA name. */
export function wallOf(at: number, zone: string): string {
  return formatOf(zone).format(at).replace(' ', 'T');
}

/**
 * The instant at which the county's wall clock says so. A time that the clock skips in spring is taken an hour later or
 * earlier; of a time that it says twice one is meant.
 */
export function instantOf(wall: string, zone: string): number {
  const asUtc = Date.parse(`${wall}:00Z`);
  const ahead = (at: number) => Date.parse(`${wallOf(at, zone)}:00Z`) - at;
  // The offset at the guess may be that of the other side of a change of clocks; the second look settles it.
  const guess = asUtc - ahead(asUtc);
  return asUtc - ahead(guess);
}

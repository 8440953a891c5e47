const minuteMs = 60_000;
const pattern =
  /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: (\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?([AP]M))?)?$|^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?$/i;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const parts = {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  } as const;
  const made = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', ...parts });
  formats.set(zone, made);
  return made;
}

/** What a clock on the wall of the zone shows at an instant, as if it were UTC. */
function wallAt(zone: string, at: number): number {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  return Date.UTC(
    parts['year'] ?? 0,
    (parts['month'] ?? 1) - 1,
    parts['day'],
    parts['hour'],
    parts['minute'],
    parts['second'],
  );
}

function wallOf(text: string): number | undefined {
  const read = pattern.exec(text.trim());
  if (!read) return undefined;
  const [, m, d, y, h = '0', min = '0', s = '0', half, y2, m2, d2, h2 = '0', min2 = '0', s2 = '0'] = read;
  const [year, month, day] = y === undefined ? [Number(y2), Number(m2), Number(d2)] : [Number(y), Number(m), Number(d)];
  const hour =
    y === undefined
      ? Number(h2)
      : half === undefined
        ? Number(h)
        : (Number(h) % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);
  const [minute, second] = y === undefined ? [Number(min2), Number(s2)] : [Number(min), Number(s)];
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  const date = new Date(wall);
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  return real ? wall : undefined;
}

/**
 * The instant (epoch ms) at which a wall in the zone showed this time, written `MM/DD/YYYY hh:mm:ss AM` or ISO without
 * offset. An hour that came twice is read as the first; one that was skipped as the hour after it. Undefined for no time.
 */
export function instantIn(zone: string, text: string): number | undefined {
  const wall = wallOf(text);
  if (wall === undefined) return undefined;
  const offsets = [
    wallAt(zone, wall - 12 * 60 * minuteMs) - (wall - 12 * 60 * minuteMs),
    wallAt(zone, wall + 12 * 60 * minuteMs) - (wall + 12 * 60 * minuteMs),
  ];
  const fitting = offsets.map((offset) => wall - offset).filter((at) => wallAt(zone, at) === wall);
  return fitting.length > 0 ? Math.min(...fitting) : wall - (offsets[0] ?? 0);
}

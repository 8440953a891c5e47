import { isBlank, type RawCell, tidy } from './raw-cell.ts';

const dayMs = 86_400_000;
/** Day 0 of spreadsheets, so that day 61 is 1 March 1900. */
const epoch = Date.UTC(1899, 11, 30);
const firstYear = 1900;
const lastYear = 2199;

/** Midnight UTC of a calendar day; undefined where there is no such day. */
function dayOf(year: number, month: number, day: number): number | undefined {
  if (year < firstYear || year > lastYear) return undefined;
  const at = Date.UTC(year, month - 1, day);
  const date = new Date(at);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? at : undefined;
}

/** A serial number as milliseconds of a clock that shows that day and time. Day 60 of 1900 never was. */
function ofSerial(serial: number): number | undefined {
  if (!Number.isFinite(serial) || serial < 1 || (serial >= 60 && serial < 61)) return undefined;
  const at = epoch + Math.round((serial < 60 ? serial + 1 : serial) * 86_400) * 1_000;
  return new Date(at).getUTCFullYear() <= lastYear ? at : undefined;
}

const day = /^(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(\d{1,2})日?)/;
const packed = /^(\d{4})(\d{2})(\d{2})$/;
const time = /^(?:T| +|)(\d{1,2})(?::|时|点)(\d{1,2})?(?::|分)?(?:(\d{1,2})(?:\.(\d{1,3})\d*)?秒?)?$/;

function readPacked(text: string): number | undefined {
  const found = packed.exec(text);
  return found === null ? undefined : dayOf(Number(found[1]), Number(found[2]), Number(found[3]));
}

/** The clock time (local, as if it were UTC) that a text says: a day, and perhaps an hour. */
function readClock(text: string): number | undefined {
  const found = day.exec(text);
  if (found === null) return readPacked(text);
  const at = dayOf(Number(found[1]), Number(found[2] ?? found[4]), Number(found[3] ?? found[5]));
  const rest = text.slice(found[0].length);
  if (at === undefined || rest === '') return at;
  const hour = time.exec(rest);
  if (hour === null) return undefined;
  const [hours, minutes, seconds] = [Number(hour[1]), Number(hour[2] ?? 0), Number(hour[3] ?? 0)];
  if (hours > 23 || minutes > 59 || seconds > 59) return undefined;
  return at + ((hours * 60 + minutes) * 60 + seconds) * 1_000 + Number((hour[4] ?? '0').padEnd(3, '0'));
}

/** The clock time in a cell: typed in any of the usual ways, packed (20261122), or a serial number. */
function clockIn(raw: RawCell): number | undefined {
  if (typeof raw === 'number') return readPacked(String(raw)) ?? ofSerial(raw);
  if (typeof raw === 'object' && raw !== null && 'serial' in raw) return ofSerial(raw.serial);
  return typeof raw === 'string' ? readClock(tidy(raw).normalize('NFKC')) : undefined;
}

/** A day as 2026-11-22, or undefined where the cell holds none. */
export function readDay(raw: RawCell): string | undefined {
  const at = isBlank(raw) ? undefined : clockIn(raw);
  return at === undefined || at % dayMs !== 0 ? undefined : new Date(at).toISOString().slice(0, 10);
}

const absolute = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * An instant as ISO 8601 in UTC, or undefined where the cell holds none.
 * @param offsetMinutes of the place whose clock the sheet means (480 in China)
 */
export function readInstant(raw: RawCell, offsetMinutes: number): string | undefined {
  if (typeof raw === 'string' && absolute.test(tidy(raw))) {
    const at = Date.parse(tidy(raw));
    return Number.isNaN(at) ? undefined : new Date(at).toISOString();
  }
  const at = isBlank(raw) ? undefined : clockIn(raw);
  return at === undefined ? undefined : new Date(at - offsetMinutes * 60_000).toISOString();
}

/** An instant as the clock of the place shows it: 2026-11-22 09:00:00. */
export function clockText(iso: string, offsetMinutes: number): string {
  return new Date(Date.parse(iso) + offsetMinutes * 60_000).toISOString().slice(0, 19).replace('T', ' ');
}

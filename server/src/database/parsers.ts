/** Turns the database's text form of one value into the program's. */
export type Parse = (text: string) => unknown;

const asIs: Parse = (text) => text;

/** int8 as a number. @throws RangeError beyond 2^53, where a number would silently be another one. */
function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 ${text} does not fit a number`);
  return value;
}

const instantText = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(\.\d+)?([+-]\d\d)(?::?(\d\d))?$/;

/** As sessions of the program get it: `2026-11-22 08:30:00+00`, with up to six digits of a second. */
const isUtc = (text: string): boolean =>
  text.endsWith('+00') && text[4] === '-' && text[10] === ' ' && text.length >= 22 && text.length <= 29;

/** timestamptz as ISO 8601 in UTC with milliseconds; `infinity` and years beyond 9999 stay text. */
function parseInstant(text: string): string {
  if (isUtc(text))
    return `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20, -3).padEnd(3, '0').slice(0, 3)}Z`;
  const parts = instantText.exec(text);
  if (parts === null) return text;
  const [, date, time, fraction = '', hours, minutes = '00'] = parts;
  return new Date(`${date}T${time}${fraction.slice(0, 4)}${hours}:${minutes}`).toISOString();
}

/** bytea in its hex form. */
function parseBytes(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text.slice(2), 'hex'));
}

const scalars: readonly (readonly [oid: number, arrayOid: number, parse: Parse])[] = [
  [16, 1000, (text) => text === 't'], // bool
  [17, 1001, parseBytes], // bytea
  [20, 1016, parseInt8], // int8
  [21, 1005, Number], // int2
  [23, 1007, Number], // int4
  [25, 1009, asIs], // text
  [114, 199, (text) => JSON.parse(text) as unknown], // json
  [600, 1017, asIs], // point
  [700, 1021, Number], // float4
  [701, 1022, Number], // float8
  [1042, 1014, asIs], // bpchar
  [1043, 1015, asIs], // varchar
  [1082, 1182, asIs], // date
  [1083, 1183, asIs], // time
  [1114, 1115, (text) => text.replace(' ', 'T')], // timestamp
  [1184, 1185, parseInstant], // timestamptz
  [1186, 1187, asIs], // interval
  [1700, 1231, asIs], // numeric: exact, so it stays text
  [2950, 2951, asIs], // uuid
  [3802, 3807, (text) => JSON.parse(text) as unknown], // jsonb
];

/** Reads an array literal such as `{a,"b,c",NULL,{x}}`, whose elements are parsed by `element`. */
export function parseArray(text: string, element: Parse): unknown[] {
  let at = text.indexOf('{');
  function quoted(): string {
    let value = '';
    for (at += 1; text[at] !== '"'; at += 1) {
      if (text[at] === '\\') at += 1;
      value += text[at];
    }
    at += 1;
    return value;
  }
  function bare(): unknown {
    const start = at;
    while (text[at] !== ',' && text[at] !== '}') at += 1;
    const value = text.slice(start, at);
    return value === 'NULL' ? null : element(value);
  }
  function list(): unknown[] {
    const values: unknown[] = [];
    at += 1;
    while (text[at] !== '}') {
      if (text[at] === '{') values.push(list());
      else if (text[at] === '"') values.push(element(quoted()));
      else values.push(bare());
      if (text[at] === ',') at += 1;
    }
    at += 1;
    return values;
  }
  return list();
}

/**
 * One set of parsers by type OID for both drivers, so that a row reads the same at every size:
 * int8 → number, timestamptz → ISO text in UTC, date, interval, numeric → text, jsonb parsed, bytea → Uint8Array.
 */
export const parsers: Readonly<Record<number, Parse>> = Object.fromEntries(
  scalars.flatMap(([oid, arrayOid, parse]): [number, Parse][] => [
    [oid, parse],
    [arrayOid, (text) => parseArray(text, parse)],
  ]),
);

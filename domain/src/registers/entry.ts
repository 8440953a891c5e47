import type { Instant } from '../time.ts';
import type { Part, RegisterField, RegisterKind } from './kinds.ts';

/** A character that somebody can see: neither blank, control, joiner nor mark of direction. */
const seen = /[^\s\p{Cc}\p{Cf}\u115F\u1160\u3164\uFFA0]/u;

/** What an entry says, as it was typed. */
export interface EntryInput {
  readonly person?: string | undefined;
  readonly org?: string | undefined;
  readonly household?: string | undefined;
  readonly from: Instant;
  readonly to?: Instant | undefined;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** One thing wrong with an entry: where, and a stable code. */
export interface EntryFault {
  /** `person`, `to`, `fields.hours`; `''` for the whole. */
  readonly path: string;
  readonly code: 'missing' | 'register.unwanted' | 'register.endsBeforeItBegins' | 'register.nobody' | 'type';
}

const longest = { text: 200, longText: 2_000 } as const;

function partFault(path: string, part: Part, value: unknown): EntryFault | undefined {
  if (part === 'needed' && value === undefined) return { path, code: 'missing' };
  if (part === 'no' && value !== undefined) return { path, code: 'register.unwanted' };
  return undefined;
}

/** Whether a value is what the field holds. What it names is the server's to look up. */
export function fieldFits(field: RegisterField, value: unknown): boolean {
  switch (field.type) {
    case 'flag':
      return typeof value === 'boolean';
    case 'number':
      return (
        typeof value === 'number' &&
        Number.isFinite(value) &&
        value > (field.least ?? 0) &&
        value <= (field.most ?? Number.MAX_SAFE_INTEGER)
      );
    case 'choice':
      return typeof value === 'string' && (field.choices ?? []).includes(value);
    default:
      return (
        typeof value === 'string' &&
        seen.test(value) &&
        value.length <= (field.type === 'longText' ? longest.longText : longest.text)
      );
  }
}

function fieldFaults(kind: RegisterKind, fields: Readonly<Record<string, unknown>>): readonly EntryFault[] {
  const known = new Set(kind.fields.map(({ name }) => name));
  const unwanted = Object.keys(fields)
    .filter((name) => !known.has(name))
    .map((name): EntryFault => ({ path: `fields.${name}`, code: 'register.unwanted' }));
  const wrong = kind.fields.flatMap((field): EntryFault[] => {
    const value = fields[field.name];
    const path = `fields.${field.name}`;
    if (value === undefined) return field.needed === true ? [{ path, code: 'missing' }] : [];
    return fieldFits(field, value) ? [] : [{ path, code: 'type' }];
  });
  return [...unwanted, ...wrong];
}

/** Everything wrong with an entry of a kind; empty when it may be kept. */
export function entryFaults(kind: RegisterKind, entry: EntryInput): readonly EntryFault[] {
  const parts = [
    partFault('person', kind.person, entry.person),
    partFault('org', kind.org, entry.org),
    partFault('household', kind.household, entry.household),
    partFault('to', kind.to, entry.to),
  ].filter((fault) => fault !== undefined);
  const named: Readonly<Record<string, unknown>> = { ...entry.fields, person: entry.person, org: entry.org };
  const nobody = kind.oneOf !== undefined && kind.oneOf.every((name) => named[name] === undefined);
  const backwards = entry.to !== undefined && entry.to <= entry.from;
  return [
    ...parts,
    ...(nobody ? [{ path: '', code: 'register.nobody' } as const] : []),
    ...(backwards ? [{ path: 'to', code: 'register.endsBeforeItBegins' } as const] : []),
    ...fieldFaults(kind, entry.fields),
  ];
}

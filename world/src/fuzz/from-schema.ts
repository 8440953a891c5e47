import fc from 'fast-check';
import { z } from 'zod';
import type { Pool } from './pool.ts';

/** The part of JSON Schema that the contract's schemas become. */
interface Shape {
  readonly type?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Shape>>;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly allOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Shape;
  readonly items?: Shape;
  readonly prefixItems?: readonly Shape[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

type Values = fc.Arbitrary<unknown>;

/** Where in the schema we are. */
interface Place {
  readonly pool: Pool;
  readonly root: Shape;
  /** Name of the property, by which the pool knows values. */
  readonly name: string;
  readonly depth: number;
}

const deepest = 7;

/** Values of a schema of the contract: mostly what it takes, at its edges too, with things that are there where it can be. */
export function valuesOf(schema: z.ZodType, pool: Pool): Values {
  const root = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape;
  return values(root, { pool, root, name: '', depth: 0 });
}

function values(shape: Shape, place: Place): Values {
  if (place.depth > deepest) return fc.constant(null);
  const inner = { ...place, depth: place.depth + 1 };
  if (shape.$ref !== undefined) return values(refered(shape.$ref, place.root), inner);
  if (shape.const !== undefined) return fc.constant(shape.const);
  if (shape.enum !== undefined) return fc.constantFrom(...shape.enum);
  const choices = shape.anyOf ?? shape.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map((one) => values(one, inner)));
  if (shape.allOf !== undefined) {
    return fc
      .tuple(...shape.allOf.map((one) => values(one, inner)))
      .map((all) => Object.assign({}, ...(all as object[])) as object);
  }
  switch (shape.type) {
    case 'string':
      return texts(shape, place);
    case 'integer':
    case 'number':
      return numbers(shape);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return arrays(shape, inner);
    case 'object':
      return objects(shape, inner);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function refered(ref: string, root: Shape): Shape {
  return ref === '#' ? root : (root.$defs?.[ref.slice('#/$defs/'.length)] ?? {});
}

function objects({ properties = {}, required = [], additionalProperties }: Shape, place: Place): Values {
  const names = Object.keys(properties);
  if (names.length === 0 && typeof additionalProperties === 'object') {
    const each = values(additionalProperties, place);
    return fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), each, { maxKeys: 4, noNullPrototype: true });
  }
  const model = Object.fromEntries(
    Object.entries(properties).map(([name, shape]) => {
      const inner = values(shape, { ...place, name });
      return [name, required.includes(name) ? inner : now(inner, oftenGiven.has(name) ? 8 : 2)];
    }),
  );
  return fc.record(model, { noNullPrototype: true }).map((found) => {
    const there = Object.entries(found).filter(([, value]) => value !== undefined);
    return Object.fromEntries(there);
  });
}

/** What may be left out mostly is, or with every filter set at once nothing would ever be found. */
const now = (inner: Values, often: number): Values =>
  fc.oneof({ weight: 10 - often, arbitrary: fc.constant(undefined) }, { weight: often, arbitrary: inner });
/** Without these a report is none. */
const oftenGiven = new Set(['description', 'place', 'point', 'words', 'note']);

function arrays({ prefixItems, items, minItems = 0, maxItems }: Shape, place: Place): Values {
  if (prefixItems !== undefined) {
    const made = fc.tuple(...prefixItems.map((one) => values(one, place)));
    return place.name === 'point' ? fc.oneof({ weight: 3, arbitrary: fc.constant(here) }, made) : made;
  }
  const maxLength = Math.max(minItems, Math.min(maxItems ?? 4, 4));
  return fc.array(values(items ?? {}, place), { minLength: minItems, maxLength });
}

function numbers({ type, minimum, maximum }: Shape): Values {
  const min = Math.max(minimum ?? -1_000, -Number.MAX_SAFE_INTEGER);
  const max = Math.min(maximum ?? Math.max(1_000, min), Number.MAX_SAFE_INTEGER);
  if (type === 'integer') return fc.integer({ min, max });
  return fc.oneof(
    fc.constantFrom(min, max, ...here.filter((one) => one >= min && one <= max)),
    fc.double({ min, max, noNaN: true }),
  );
}

/** Where the demonstration is, so that points fall into its areas. */
const here = [109.5905, 23.1106];

const words = ['路灯不亮', '井盖破损，请尽快处理', 'a', '已修复', 'O’Neil & <b>', '👩‍👩‍👧 𠮷野家', '=1+1', ' x '];

function texts(shape: Shape, { pool, name }: Place): Values {
  const known = (kind: string) => fc.nat().map((at) => pool.pick(kind, at));
  const made = madeText(shape);
  const pattern = shape.pattern === undefined ? undefined : new RegExp(shape.pattern, 'u');
  const fits = (text: string) => pattern?.test(text) !== false;
  const kind = shape.format === 'uuid' ? 'uuid' : shape.pattern?.startsWith('^\\d{') === true ? 'digits' : undefined;
  return fc
    .tuple(
      fc.nat(9),
      known(name === 'cursor' ? 'next' : name),
      kind === undefined ? fc.constant(undefined) : known(kind),
      made,
    )
    .map(([turn, named, ofKind, fresh]) => {
      if (turn < 5 && named !== undefined) return named;
      return turn < 8 && ofKind !== undefined && fits(ofKind) ? ofKind : fresh;
    });
}

function madeText({ format, pattern, minLength = 0, maxLength = 40 }: Shape): Values {
  switch (format) {
    case 'uuid':
      return fc.uuid();
    case 'date-time':
      return instants.map((at) => new Date(at).toISOString());
    case 'date':
      return instants.map((at) => new Date(at).toISOString().slice(0, 10));
    case 'email':
      return fc.emailAddress();
    case 'uri':
      return fc.webUrl();
    default:
  }
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern, 'u'));
  const max = Math.max(minLength, Math.min(maxLength, 60));
  return fc.oneof(
    fc.constantFrom(...words.filter((one) => one.length >= minLength && one.length <= max), 'x'.repeat(minLength)),
    fc.string({ unit: 'grapheme', minLength, maxLength: max }),
    fc.constant('长'.repeat(Math.min(maxLength, 5_000))),
  );
}

const day = 86_400_000;
const today = Date.parse('2026-11-20T01:10:00Z');
const instants = fc.oneof(
  fc.integer({ min: today - 60 * day, max: today + 60 * day }),
  fc.integer({ min: 0, max: Date.parse('2199-12-31T00:00:00Z') }),
);

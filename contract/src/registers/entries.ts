import {
  type FieldType,
  type RegisterField,
  type RegisterKind,
  registerKindCodes,
  registerKinds,
} from '@gezhi/domain/registers/index';
import { z } from 'zod';
import { areaCode, filledText, id, instant } from '../shapes.ts';

export const registerKindCode = z.enum(registerKindCodes);

/** A value of a field, whichever kind it belongs to. */
const fieldValue = z.union([z.string(), z.number(), z.boolean()]);

/** Schema of the values a type of field takes. */
function shapeOf(field: RegisterField): z.ZodType {
  const shapes: Readonly<Record<FieldType, () => z.ZodType>> = {
    text: () => filledText(200),
    longText: () => filledText(2_000),
    choice: () => z.enum(field.choices ?? []),
    number: () =>
      z
        .number()
        .gt(field.least ?? 0)
        .max(field.most ?? 1_000_000),
    flag: () => z.boolean(),
    area: () => areaCode,
    role: () => filledText(40),
    org: () => id,
    post: () => id,
    servicePlace: () => id,
  };
  const shape = shapes[field.type]();
  return field.needed === true ? shape : shape.optional();
}

const part = { needed: (shape: z.ZodType) => shape, may: (shape: z.ZodType) => shape.optional() } as const;

function named(kind: RegisterKind): Record<string, z.ZodType> {
  const parts: Record<string, z.ZodType> = {};
  if (kind.person !== 'no') parts['person'] = part[kind.person](id);
  if (kind.org !== 'no') parts['org'] = part[kind.org](id);
  if (kind.household !== 'no') parts['household'] = part[kind.household](id);
  if (kind.to !== 'no') parts['to'] = part[kind.to](instant);
  return parts;
}

/** What makes an entry of a kind, from its definition. */
const newEntryOf = (kind: RegisterKind) =>
  z
    .strictObject({
      kind: z.literal(kind.code),
      /** Code of the area that keeps it. */
      area: areaCode,
      /** Absent means now. */
      from: instant.optional(),
      ...named(kind),
      fields: z.strictObject(Object.fromEntries(kind.fields.map((field) => [field.name, shapeOf(field)]))),
    })
    .meta({ id: `NewEntry_${kind.code}` });

/** What an entry says, read without regard to its kind; the union below has told that it fits. */
export interface NewEntry {
  readonly kind: (typeof registerKindCodes)[number];
  readonly area: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly person?: string | undefined;
  readonly org?: string | undefined;
  readonly household?: string | undefined;
  readonly fields: Readonly<Record<string, string | number | boolean | undefined>>;
}

const [first, ...rest] = registerKinds.map(newEntryOf);
if (first === undefined) throw new Error('there are no kinds of register');

/** A new entry: a schema for each kind, told apart by `kind`. */
export const newEntry = z.discriminatedUnion('kind', [first, ...rest]) as unknown as z.ZodType<NewEntry, NewEntry>;

/** Only what is named changes; `null` clears. Fields are given whole. What the kind allows is checked by the server. */
export const entryChange = z.strictObject({
  area: areaCode.optional(),
  person: id.nullable().optional(),
  org: id.nullable().optional(),
  household: id.nullable().optional(),
  from: instant.optional(),
  to: instant.nullable().optional(),
  fields: z.record(z.string().max(40), z.union([z.string().max(2_000), z.number(), z.boolean()])).optional(),
});

export const registerEntry = z
  .object({
    id,
    kind: registerKindCode,
    area: areaCode,
    person: id.optional(),
    personName: z.string().optional(),
    org: id.optional(),
    orgName: z.string().optional(),
    household: id.optional(),
    address: z.string().optional(),
    from: z.string(),
    to: z.string().optional(),
    fields: z.record(z.string(), fieldValue),
    /** Of an anchor household: how many households it looks after. */
    looksAfter: z.number().int().optional(),
    version: z.number().int(),
  })
  .meta({ id: 'RegisterEntry' });
export type RegisterEntryRow = z.output<typeof registerEntry>;

/** What ends or expires within a time, wherever it is kept. */
export const expiringThings = ['entry', 'post', 'care'] as const;
export const expiring = z
  .object({
    id,
    what: z.enum(expiringThings),
    /** Kind of the entry, role of the post, kind of care. */
    kind: z.string(),
    area: areaCode,
    person: id.optional(),
    personName: z.string().optional(),
    org: id.optional(),
    orgName: z.string().optional(),
    at: z.string(),
  })
  .meta({ id: 'Expiring' });
export type ExpiringRow = z.output<typeof expiring>;

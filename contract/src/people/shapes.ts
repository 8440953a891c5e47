import { organisationKinds, postTimes } from '@gezhi/domain/people/index';
import { z } from 'zod';
import { areaCode, filledText, id, instant, text } from '../shapes.ts';

/** Kind of an organisation; see the domain for what each is. */
export const organisationKind = z.enum(organisationKinds);

/** A name people say: no line breaks, no leading or trailing space. */
export const name = filledText(100).refine((value) => value === value.trim() && !/[\r\n\t]/.test(value), {
  error: 'text.untidy',
});

/** Role as the county's rules name it. */
export const roleId = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/);

/** A duty line as printed on a label: may be short (110) and is public. */
export const dutyPhone = z.string().regex(/^[0-9+()（） -]{3,24}(转[0-9]{1,6})?$/);

/** Why something was done, in words; kept on the record. */
export const reason = filledText(500);

export const organisation = z
  .object({
    id,
    code: z.string().optional(),
    kind: organisationKind,
    name: z.string(),
    parent: id.optional(),
    /** Code of the area it serves. */
    area: areaCode,
    dutyPhone: z.string().optional(),
    retiredAt: z.string().optional(),
    /** Who took over what it owed when it ended. */
    successor: id.optional(),
    endReason: z.string().optional(),
  })
  .meta({ id: 'Organisation' });
export type OrganisationRow = z.output<typeof organisation>;

export const newOrganisation = z.strictObject({
  code: text(40)
    .regex(/^[0-9A-Za-z._-]+$/)
    .optional(),
  kind: organisationKind,
  name,
  parent: id.optional(),
  area: areaCode,
  dutyPhone: dutyPhone.optional(),
});

/** Only what is named changes; `null` clears. */
export const organisationChange = z.strictObject({
  kind: organisationKind.optional(),
  name: name.optional(),
  parent: id.nullable().optional(),
  area: areaCode.optional(),
  dutyPhone: dutyPhone.nullable().optional(),
});

export const post = z
  .object({
    id,
    person: id,
    personName: z.string(),
    role: z.string(),
    area: areaCode.optional(),
    org: id.optional(),
    orgName: z.string().optional(),
    from: z.string(),
    to: z.string().optional(),
    time: z.enum(postTimes),
    endReason: z.string().optional(),
    /** The post of somebody on leave that this one stands in for. */
    actingFor: id.optional(),
  })
  .meta({ id: 'Post' });
export type PostRow = z.output<typeof post>;

export const newPost = z.strictObject({
  person: id,
  role: roleId,
  area: areaCode.optional(),
  org: id.optional(),
  /** Absent means now. */
  from: instant.optional(),
  to: instant.optional(),
  time: z.enum(postTimes).default('full'),
});

export const person = z
  .object({
    id,
    name: z.string(),
    /** Code of the area that keeps this record. */
    area: areaCode,
    /** Masked: 138****8000. */
    phone: z.string().optional(),
    hasEmail: z.boolean(),
    /** Whether the person can sign in. */
    account: id.optional(),
    /** Posts that hold now, of those the asker may see. */
    posts: z.array(
      z.object({
        id,
        role: z.string(),
        area: areaCode.optional(),
        org: id.optional(),
        to: z.string().optional(),
        actingFor: id.optional(),
      }),
    ),
    retiredAt: z.string().optional(),
  })
  .meta({ id: 'Person' });
export type PersonRow = z.output<typeof person>;

/** A telephone number as typed; the server reads it and answers `phone.invalid` where it cannot. */
export const typedPhone = text(40);

export const newPerson = z.strictObject({
  name,
  area: areaCode,
  phone: typedPhone.optional(),
  email: z.email().max(200).optional(),
});

export const personChange = z.strictObject({
  name: name.optional(),
  area: areaCode.optional(),
  phone: typedPhone.nullable().optional(),
  email: z.email().max(200).nullable().optional(),
});

/** A desk: of an area, or of an organisation. Exactly one is named. */
const desk = { area: areaCode.optional(), org: id.optional() };
const oneDesk = (value: { area?: string | undefined; org?: string | undefined }) =>
  (value.area === undefined) !== (value.org === undefined);

export const deskQuery = z.object(desk).refine(oneDesk, { error: 'duty.oneDesk' });

export const onDuty = z
  .object({
    area: areaCode.optional(),
    org: id.optional(),
    at: z.string(),
    officeHours: z.boolean(),
    people: z.array(z.object({ person: id, name: z.string(), by: z.enum(['post', 'roster']) })),
    /** True when nobody covers the desk: a fault that is shown. */
    uncovered: z.boolean(),
  })
  .meta({ id: 'OnDuty' });

export const dutyTurn = z
  .object({
    id,
    area: areaCode.optional(),
    org: id.optional(),
    person: id,
    personName: z.string(),
    from: z.string(),
    to: z.string(),
  })
  .meta({ id: 'DutyTurn' });
export type DutyTurnRow = z.output<typeof dutyTurn>;

export const newDutyTurn = z
  .strictObject({ ...desk, person: id, from: instant, to: instant })
  .refine(oneDesk, { error: 'duty.oneDesk' });

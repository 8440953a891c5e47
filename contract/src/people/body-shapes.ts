import { memberDuties, openDutyKinds } from '@gezhi/domain/people/index';
import { z } from 'zod';
import { areaCode, filledText, id, instant } from '../shapes.ts';
import { organisation, organisationKind } from './shapes.ts';

const dutyReason = filledText(500);

/** An organisation in the tree, with what hangs below it. */
export const organisationNode = organisation
  .extend({
    /** Organisations directly under it that stand now. */
    children: z.number().int(),
    /** Posts in it that hold now. */
    posts: z.number().int(),
  })
  .meta({ id: 'OrganisationNode' });
export type OrganisationNodeRow = z.output<typeof organisationNode>;

export const memberDuty = z.enum(memberDuties);

/** Who belongs to a body that is made of others. */
export const membership = z
  .object({
    id,
    /** The body that has the member. */
    organisation: id,
    organisationName: z.string(),
    memberOrg: id.optional(),
    memberOrgName: z.string().optional(),
    memberPerson: id.optional(),
    memberPersonName: z.string().optional(),
    duty: memberDuty,
    from: z.string(),
    to: z.string().optional(),
    endReason: z.string().optional(),
  })
  .meta({ id: 'Membership' });
export type MembershipRow = z.output<typeof membership>;

/** A body, a person, or a person sent by a body. */
export const newMembership = z.strictObject({
  memberOrg: id.optional(),
  memberPerson: id.optional(),
  duty: memberDuty,
  /** Absent means now. */
  from: instant.optional(),
  to: instant.optional(),
});

/** Areas and zones a body serves beside the area that keeps it. */
export const serves = z.strictObject({
  areas: z.array(areaCode).max(200),
  zones: z.array(id).max(200),
});

const zoneName = z.object({ id, purpose: z.string(), name: z.string() });

/** A body with what stands around it: for a chart. */
export const organisationChart = z
  .object({
    organisation: organisationNode,
    /** From the top down to its parent. */
    above: z.array(organisation),
    /** The first 200 by name; `organisation.children` says how many there are. */
    below: z.array(organisationNode),
    /** The first 200 posts in it that hold now. */
    staff: z.array(z.object({ post: id, person: id, name: z.string(), role: z.string(), acting: z.boolean() })),
    members: z.array(membership),
    /** Bodies of others that it belongs to. */
    memberOf: z.array(membership),
    areas: z.array(areaCode),
    zones: z.array(zoneName),
    /** Bodies whose duties it took over. */
    before: z.array(organisation),
  })
  .meta({ id: 'OrganisationChart' });
export type OrganisationChart = z.output<typeof organisationChart>;

export const openDutyKind = z.enum(openDutyKinds);

/** Something a body owes or keeps that somebody else has to take before it can end. */
export const openDuty = z
  .object({
    kind: openDutyKind,
    /** Id of the post, turn, membership, body or case; of a row of the duty list its name. */
    id: z.string(),
    /** The person, case, body or category it is about. */
    name: z.string(),
    /** Role of a post, duty of a membership. */
    role: z.string().optional(),
    /** Number of the case. */
    number: z.string().optional(),
    from: z.string().optional(),
    to: z.string().optional(),
    /** Nobody may drop it: it has to be taken. */
    mustBeTaken: z.boolean(),
  })
  .meta({ id: 'OpenDuty' });
export type OpenDutyRow = z.output<typeof openDuty>;

/** Who takes one duty: an organisation; absent ends it. */
const take = z.strictObject({ kind: openDutyKind, id: filledText(60), to: id.optional() });

export const closing = z.strictObject({ reason: dutyReason, takes: z.array(take).max(10_000).default([]) });
/** What is not named in `takes` goes to `into`. */
export const merging = closing.extend({ into: id });

export const handOverRow = z
  .object({
    id,
    kind: openDutyKind,
    ref: z.string(),
    name: z.string(),
    takenBy: id.optional(),
    takenByName: z.string().optional(),
    at: z.string(),
    by: z.string(),
  })
  .meta({ id: 'HandOver' });
export type HandOverRow = z.output<typeof handOverRow>;

/** Filter of the tree: roots where no parent is named. */
export const treeQuery = { parent: id.optional(), kind: organisationKind.optional(), area: areaCode.optional() };

import { careBases, servicePlaceKinds, visitOutcomes } from '@gezhi/domain/registers/index';
import { z } from 'zod';
import { areaCode, filledText, id, instant, point, text } from '../shapes.ts';

const name = filledText(100);
/** A telephone number as printed; it may be short and is public. */
const dutyPhone = z.string().regex(/^[0-9+()（） -]{3,24}(转[0-9]{1,6})?$/);

// Households. There is no list of family members, and no field that could hold one.

export const household = z
  .object({
    id,
    /** Code of its microgrid, or of the grid where there are none. */
    area: areaCode,
    address: z.string(),
    /** The anchor household that looks after it: an entry of the register. */
    anchor: id.optional(),
    anchorName: z.string().optional(),
    movedAt: z.string().optional(),
    version: z.number().int(),
  })
  .meta({ id: 'Household' });
export type HouseholdRow = z.output<typeof household>;

export const newHousehold = z.strictObject({ area: areaCode, address: filledText(200), anchor: id.optional() });
export const householdChange = z.strictObject({
  area: areaCode.optional(),
  address: filledText(200).optional(),
  anchor: id.nullable().optional(),
  /** Since when nobody lives there any more; `null` when somebody does again. */
  movedAt: instant.nullable().optional(),
});
export const householdImport = z.strictObject({ households: z.array(newHousehold).min(1).max(5_000) });
export const householdsImported = z.object({
  created: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
});

/** Which households an anchor household takes on or leaves. */
export const anchorChange = z.strictObject({
  add: z.array(id).max(500).default([]),
  remove: z.array(id).max(500).default([]),
});

// Service and meeting places.

const openHours = z.strictObject({
  /** 1 Monday … 7 Sunday. */
  day: z.number().int().min(1).max(7),
  /** Minutes of the local day. */
  from: z.number().int().min(0).max(1_440),
  to: z.number().int().min(0).max(1_440),
});

export const servicePlaceKind = z.enum(servicePlaceKinds);
const place = {
  kind: servicePlaceKind,
  name,
  area: areaCode,
  address: text(200).optional(),
  point: point.optional(),
  org: id.optional(),
  phone: dutyPhone.optional(),
  hours: z.array(openHours).max(28).default([]),
};
export const newServicePlace = z.strictObject(place);
export const servicePlaceChange = z.strictObject({
  kind: servicePlaceKind.optional(),
  name: name.optional(),
  area: areaCode.optional(),
  address: text(200).nullable().optional(),
  point: point.nullable().optional(),
  org: id.nullable().optional(),
  phone: dutyPhone.nullable().optional(),
  hours: z.array(openHours).max(28).optional(),
  retired: z.boolean().optional(),
});

export const room = z.object({ id, name: z.string(), seats: z.number().int().optional() });
export const servicePlace = z
  .object({
    id,
    ...place,
    hours: z.array(openHours),
    rooms: z.array(room),
    retiredAt: z.string().optional(),
    version: z.number().int(),
  })
  .meta({ id: 'ServicePlace' });
export type ServicePlaceRow = z.output<typeof servicePlace>;
export const newRoom = z.strictObject({ name, seats: z.number().int().min(1).max(10_000).optional() });

export const booking = z
  .object({
    id,
    room: id,
    roomName: z.string(),
    place: id,
    area: areaCode,
    org: id.optional(),
    person: id,
    personName: z.string(),
    title: z.string(),
    from: z.string(),
    to: z.string(),
    /** What came of it, written afterwards. */
    held: z.string().optional(),
    attended: z.number().int().optional(),
    cancelledAt: z.string().optional(),
    version: z.number().int(),
  })
  .meta({ id: 'Booking' });
export type BookingRow = z.output<typeof booking>;
export const newBooking = z.strictObject({
  room: id,
  org: id.optional(),
  title: filledText(100),
  from: instant,
  to: instant,
});
export const bookingChange = z.strictObject({
  title: filledText(100).optional(),
  from: instant.optional(),
  to: instant.optional(),
  held: filledText(2_000).optional(),
  attended: z.number().int().min(0).max(100_000).optional(),
  cancelled: z.literal(true).optional(),
});

// Chat groups and whom they reach.

const robot = z.url({ protocol: /^https$/ }).max(500);
export const chatGroup = z
  .object({
    id,
    name: z.string(),
    platform: z.string(),
    /** Code of the area that keeps it. */
    area: areaCode,
    covers: z.array(areaCode),
    ownerPost: id.optional(),
    ownerName: z.string().optional(),
    /** Whether the address of a robot is kept; it is never shown. */
    hasRobot: z.boolean(),
    /** Households listed in it. */
    listed: z.number().int(),
    /** Households reported as a number. */
    reported: z.number().int(),
    retiredAt: z.string().optional(),
    version: z.number().int(),
  })
  .meta({ id: 'ChatGroup' });
export type ChatGroupRow = z.output<typeof chatGroup>;
export const newChatGroup = z.strictObject({
  name,
  platform: filledText(40),
  area: areaCode,
  covers: z.array(areaCode).min(1).max(200),
  ownerPost: id.optional(),
  robot: robot.optional(),
});
export const chatGroupChange = z.strictObject({
  name: name.optional(),
  platform: filledText(40).optional(),
  area: areaCode.optional(),
  covers: z.array(areaCode).min(1).max(200).optional(),
  ownerPost: id.nullable().optional(),
  robot: robot.nullable().optional(),
  retired: z.boolean().optional(),
});
export const groupReach = z.strictObject({
  add: z.array(id).max(5_000).default([]),
  remove: z.array(id).max(5_000).default([]),
});
export const groupReport = z.strictObject({
  reports: z
    .array(z.strictObject({ area: areaCode, households: z.number().int().min(0).max(1_000_000) }))
    .min(1)
    .max(500),
});
export const reachChanged = z.object({ listed: z.number().int(), reported: z.number().int() });

export const coverage = z
  .object({
    area: areaCode,
    groups: z.number().int(),
    households: z.number().int(),
    /** Households reached at least once, as far as it is certain. */
    reached: z.number().int(),
    atMost: z.number().int(),
    /** Parts of 1; absent where there are no households. */
    rate: z.number().max(1).optional(),
    rateAtMost: z.number().max(1).optional(),
    /** What the groups say, added up: `reached` and the parts of `difference`. */
    claimed: z.number().int(),
    difference: z.object({
      twice: z.number().int(),
      moved: z.number().int(),
      outside: z.number().int(),
      unproven: z.number().int(),
    }),
    /** When the oldest number reported was given. */
    oldestReport: z.string().optional(),
  })
  .meta({ id: 'Coverage' });

// Care.

export const careKindCode = z.string().regex(/^[a-zA-Z][a-zA-Z0-9-]{1,39}$/);
export const careKind = z
  .object({
    code: careKindCode,
    name: z.object({ zh: z.string(), en: z.string().optional() }),
    intervalDays: z.number().int(),
    retiredAt: z.string().optional(),
    version: z.number().int(),
  })
  .meta({ id: 'CareKind' });
const careKindBody = {
  name: z.strictObject({ zh: filledText(40), en: filledText(80).optional() }),
  intervalDays: z.number().int().min(1).max(366),
};
export const newCareKind = z.strictObject({ code: careKindCode, ...careKindBody });
export const careKindChange = z.strictObject({ ...careKindBody, retired: z.boolean() }).partial();

/** What is sealed of a record of care. */
const careSecrets = {
  name: filledText(100),
  phone: text(40).optional(),
  address: filledText(200).optional(),
  note: filledText(2_000).optional(),
};
export const newCare = z.strictObject({
  kind: careKindCode,
  area: areaCode,
  household: id.optional(),
  ...careSecrets,
  basis: z.enum(careBases),
  /** Where the consent is filed, or which law. */
  basisNote: filledText(200),
  purpose: filledText(200),
  expires: instant,
});
export const careChange = z.strictObject({
  area: areaCode.optional(),
  purpose: filledText(200).optional(),
  basisNote: filledText(200).optional(),
  expires: instant.optional(),
  phone: text(40).nullable().optional(),
  address: filledText(200).nullable().optional(),
  note: filledText(2_000).nullable().optional(),
});
export const careRecord = z
  .object({
    id,
    kind: z.string(),
    kindName: z.object({ zh: z.string(), en: z.string().optional() }),
    area: areaCode,
    /** 李** */
    name: z.string().optional(),
    /** 138****8000 */
    phone: z.string().optional(),
    basis: z.enum(careBases),
    basisNote: z.string(),
    purpose: z.string(),
    from: z.string(),
    expires: z.string(),
    visitedAt: z.string().optional(),
    visitDue: z.string(),
    overdue: z.boolean(),
    version: z.number().int(),
  })
  .meta({ id: 'CareRecord' });
export type CareRow = z.output<typeof careRecord>;
export const careRevealed = z.object({
  name: z.string().optional(),
  phone: z.string().optional(),
  address: z.string().optional(),
  note: z.string().optional(),
  /** What was noted at the last visits. */
  visits: z.array(z.object({ at: z.string(), note: z.string() })),
  /** Until when a page may show it. */
  until: z.string(),
});
export const careVisit = z
  .object({
    id,
    at: z.string(),
    person: id,
    personName: z.string(),
    outcome: z.enum(visitOutcomes),
  })
  .meta({ id: 'CareVisit' });
export const newCareVisit = z.strictObject({
  /** Absent means now. */
  at: instant.optional(),
  outcome: z.enum(visitOutcomes),
  note: filledText(1_000).optional(),
});

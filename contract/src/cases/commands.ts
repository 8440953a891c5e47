import { z } from 'zod';
import { areaCode, filledText, id, instant, isBlank, point, text } from '../shapes.ts';
import { body, caseKind, categoryCode, urgency } from './parts.ts';

const reason = filledText(1000);
const words = text(2000);
const photos = z.array(id).max(9).default([]);
/** Only needed by somebody who stands for several bodies of the case. */
const workOrder = z
  .string()
  .regex(/^wo\.\d{1,4}$/)
  .optional();

const command = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.strictObject({ type: z.literal(type), ...shape });

const answers = {
  answered: z.boolean(),
  solved: z.enum(['yes', 'partly', 'no']),
  satisfied: z.enum(['very', 'fairly', 'no']),
  words: words.optional(),
};

/** What staff may ask of a case, by name. Which of them a state allows to whom is the domain's transition table. */
export const staffCommands = {
  accept: command('accept', {}),
  reject: command('reject', { reason }),
  correct: command('correct', {
    category: categoryCode.optional(),
    kind: caseKind.optional(),
    urgency: urgency.optional(),
    /** A new place: its areas are looked up from the point. */
    point: point.optional(),
    address: text(200).optional(),
    reason: reason.optional(),
  }),
  dispatch: command('dispatch', { lead: body, supporting: z.array(body).max(20).default([]), note: words.optional() }),
  assignToDesk: command('assignToDesk', {}),
  summon: command('summon', { bodies: z.array(body).min(1).max(30), summonsKind: z.string().max(40), reason }),
  acknowledge: command('acknowledge', { workOrder }),
  reportIn: command('reportIn', { workOrder }),
  moving: command('moving', { workOrder }),
  arrived: command('arrived', { workOrder }),
  transfer: command('transfer', { workOrder, to: id }),
  refuseByGate: command('refuseByGate', { workOrder }),
  contact: command('contact', { note: filledText(1000) }),
  note: command('note', { text: filledText(2000), public: z.boolean().default(false), photos }),
  finish: command('finish', { workOrder, note: filledText(2000), photos }),
  solveOnTheSpot: command('solveOnTheSpot', { note: filledText(2000), photos }),
  /** Who sends it back says what is to be done again. */
  verify: command('verify', { pass: z.boolean(), note: words.default(''), photos }).refine(
    ({ pass, note }) => pass || !isBlank(note),
    { error: 'text.blank', path: ['note'] },
  ),
  handBack: command('handBack', { workOrder, reason }),
  decline: command('decline', { workOrder, reason }),
  askExtension: command('askExtension', { workOrder, reason, amount: z.number().int().min(1).max(10_000) }),
  askDeferral: command('askDeferral', { workOrder, reason, until: instant }),
  judge: command('judge', { ask: z.string().regex(/^ask\.\d{1,4}$/), upheld: z.boolean(), words: filledText(1000) }),
  resume: command('resume', {}),
  callBack: command('callBack', answers),
  rate: command('rate', answers),
  raiseAgain: command('raiseAgain', { text: filledText(2000) }),
  askReopening: command('askReopening', { reason }),
  appeal: command('appeal', { reason }),
  withdraw: command('withdraw', { reason: reason.optional() }),
  merge: command('merge', { into: id, reason: reason.optional() }),
  unmerge: command('unmerge', { reason }),
  split: command('split', {
    reason,
    children: z
      .array(
        z.strictObject({
          description: filledText(4000),
          category: categoryCode,
          point: point.optional(),
          address: text(200).optional(),
        }),
      )
      .min(2)
      .max(20),
  }),
  escalate: command('escalate', { reason }),
  remind: command('remind', { text: filledText(1000) }),
  answerSupervision: command('answerSupervision', { order: z.string().regex(/^so\.\d{1,4}$/), text: filledText(4000) }),
  rateBody: command('rateBody', {
    workOrder: z.string().regex(/^wo\.\d{1,4}$/),
    came: z.boolean(),
    worked: z.boolean(),
    solved: z.boolean(),
  }),
} as const;
export type StaffCommandName = keyof typeof staffCommands;

const [first, ...rest] = Object.values(staffCommands);
/** Body of `POST /api/cases/:id/commands`: one command by its `type`. */
export const staffCommand = z
  .discriminatedUnion('type', [first as NonNullable<typeof first>, ...rest] as unknown as [
    (typeof staffCommands)['accept'],
    ...(typeof staffCommands)[StaffCommandName][],
  ])
  .meta({ id: 'StaffCommand' });
export type StaffCommand = z.output<typeof staffCommand>;

/** What the holder of a follow code may ask. */
export const reporterCommand = z
  .discriminatedUnion('type', [
    command('note', { text: filledText(2000), photos }),
    command('rate', answers),
    command('raiseAgain', { text: filledText(2000) }),
    command('askReopening', { reason }),
    command('appeal', { reason }),
    command('withdraw', { reason: reason.optional() }),
  ])
  .meta({ id: 'ReporterCommand' });
export type ReporterCommand = z.output<typeof reporterCommand>;

/** Where a matter is. The more is given the better: a point, the code of a label, words. */
export const placeGiven = z.strictObject({
  point: point.optional(),
  crs: z.enum(['WGS84', 'GCJ02', 'BD09']).default('WGS84'),
  /** Code of an area, from a label's QR code or picked. */
  area: areaCode.optional(),
  /** Id of a street, building or landmark the place knows. */
  landmark: id.optional(),
  address: text(200).optional(),
});

/** How the reporter may be reached. All of it is optional, and sealed at once. */
export const contactGiven = z.strictObject({
  name: text(50).optional(),
  phone: z.string().max(30).optional(),
  email: z.email().max(200).optional(),
});

/** Body of `POST /api/cases`. */
export const fileCase = z
  .strictObject({
    /** May be left out by a resident: the desk decides. */
    category: categoryCode.optional(),
    description: text(4000).default(''),
    place: placeGiven,
    photos,
    contact: contactGiven.optional(),
    /** Only staff: a resident's report is ordinary until the desk says otherwise. */
    urgency: urgency.optional(),
    kind: caseKind.optional(),
    channel: z.enum(['resident', 'hotline', 'field', 'desk']).default('resident'),
    /** Filed for somebody without a phone. */
    onBehalf: z.boolean().default(false),
    hideFromHandler: z.boolean().default(false),
    /** A complaint about a desk (area code) or a body (organisation id). */
    about: z.string().max(64).optional(),
    /** Solved on the spot by the worker who reports it. */
    solved: z.strictObject({ note: filledText(2000), photos }).optional(),
    /** Answer of the quiet challenge, where it is asked for. */
    challenge: z.string().max(200).optional(),
  })
  .refine((filed) => !isBlank(filed.description) || filed.photos.length > 0, {
    error: 'case.needsWordsOrPhoto',
    path: ['description'],
  })
  .refine((filed) => filed.place.point || filed.place.area || filed.place.landmark || filed.channel !== 'resident', {
    error: 'case.needsPlace',
    path: ['place'],
  })
  .meta({ id: 'FileCase' });
export type FileCase = z.output<typeof fileCase>;

/** Answer of filing. The follow code is shown once: only its hash is kept. */
export const filed = z
  .object({
    id,
    number: z.string(),
    state: z.string(),
    followCode: z.string(),
    followUrl: z.string(),
    area: z.object({ code: z.string(), name: z.string() }),
    desk: z.object({ code: z.string(), name: z.string() }),
    dueAt: z.string().optional(),
    /** Filed while a flood is on: a desk looks at it before it counts. */
    quarantined: z.boolean(),
  })
  .meta({ id: 'Filed' });
export type Filed = z.output<typeof filed>;

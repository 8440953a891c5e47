import { z } from 'zod';
import { id } from '../shapes.ts';
import {
  caseKind,
  caseState,
  channel,
  clockView,
  geoPoint,
  level,
  lightView,
  named,
  namedBody,
  stage,
  urgency,
} from './parts.ts';

/** Next step: who owes what by when. */
export const nextStep = z.object({ owner: namedBody, stage, clock: clockView }).meta({ id: 'NextStep' });

/** A case as one row of a list. */
export const caseRow = z
  .object({
    id,
    number: z.string(),
    version: z.number().int(),
    state: caseState,
    category: named,
    kind: caseKind,
    urgency,
    level,
    area: named,
    desk: named,
    point: geoPoint.optional(),
    address: z.string().optional(),
    description: z.string(),
    channel,
    reporterKind: z.enum(['resident', 'staff', 'source']),
    reportedAt: z.string(),
    updatedAt: z.string(),
    closedAt: z.string().optional(),
    light: lightView,
    /** Absent once nobody owes anything. */
    next: nextStep.optional(),
    lead: namedBody.optional(),
    photos: z.array(z.string()),
    supporters: z.number().int(),
    raisedAgain: z.number().int(),
    imported: z.boolean(),
    /** What the reporter said of it last. */
    rating: z
      .object({ solved: z.enum(['yes', 'partly', 'no']), satisfied: z.enum(['very', 'fairly', 'no']) })
      .optional(),
  })
  .meta({ id: 'CaseRow' });
export type CaseRow = z.output<typeof caseRow>;

export const workOrderView = z
  .object({
    id: z.string(),
    body: namedBody,
    role: z.enum(['lead', 'supporting']),
    by: z.enum(['dispatch', 'summons', 'desk']),
    summonsKind: z.string().optional(),
    from: named,
    state: z.enum(['sent', 'working', 'finished', 'excused', 'returned']),
    sentAt: z.string(),
    answeredAt: z.string().optional(),
    movingAt: z.string().optional(),
    arrivedAt: z.string().optional(),
    finishedAt: z.string().optional(),
    assignee: z.string().optional(),
    note: z.string().optional(),
    rated: z.object({ came: z.boolean(), worked: z.boolean(), solved: z.boolean() }).optional(),
    /** Whether the one who asks stands for this body. */
    mine: z.boolean(),
  })
  .meta({ id: 'WorkOrder' });

export const askView = z
  .object({
    id: z.string(),
    kind: z.enum(['handBack', 'extension', 'deferral', 'decline', 'reopening', 'appeal']),
    at: z.string(),
    reason: z.string(),
    judge: named,
    workOrder: z.string().optional(),
    until: z.string().optional(),
    amount: z.number().optional(),
    judgedAt: z.string().optional(),
    upheld: z.boolean().optional(),
    words: z.string().optional(),
    /** Whether the one who asks may judge it now. */
    mine: z.boolean(),
  })
  .meta({ id: 'Ask' });

const redReason = z.enum(['overdue', 'raisedAgain', 'reopened', 'unresolved']);

export const supervisionView = z
  .object({
    id: z.string(),
    number: z.string(),
    reasons: z.array(redReason),
    over: named,
    to: named,
    orderedAt: z.string(),
    dueAt: z.string().optional(),
    wentUpAt: z.string().optional(),
    answeredAt: z.string().optional(),
    answer: z.string().optional(),
    stuck: z.boolean(),
    mine: z.boolean(),
  })
  .meta({ id: 'SupervisionOrder' });

export const ratingView = z.object({
  at: z.string(),
  answered: z.boolean(),
  solved: z.enum(['yes', 'partly', 'no']),
  satisfied: z.enum(['very', 'fairly', 'no']),
  from: z.enum(['reporter', 'callBack']),
});

/** One line of the history: what happened, when, by whom. `data` holds what the event says, names filled in. */
export const historyLine = z
  .object({
    seq: z.number().int(),
    type: z.string(),
    at: z.string(),
    by: z.object({ kind: z.enum(['staff', 'reporter', 'system']), name: z.string().optional() }),
    data: z.record(z.string(), z.unknown()),
    hash: z.string(),
  })
  .meta({ id: 'HistoryLine' });

/** A case in full, as the one who asks may see it. */
export const caseView = caseRow
  .extend({
    reporter: z.object({
      kind: z.enum(['resident', 'staff', 'source']),
      /** Staff by name; a resident masked. */
      name: z.string().optional(),
      /** Masked, `138****5678`. The whole number only through a reveal with a purpose. */
      phone: z.string().optional(),
      onBehalf: z.boolean().optional(),
      /** Whether a way to reach them was left: kept, or destroyed since. */
      contact: z.enum(['kept', 'erased']).optional(),
    }),
    about: z.string().optional(),
    onNoGrid: z.boolean(),
    homeDesk: named,
    areas: z.array(named),
    routing: z.object({
      row: z.string().optional(),
      version: z.number().int(),
      gap: z.boolean(),
      /** Whom the duty list names now: the suggestion of the dispatch form. */
      lead: namedBody,
      supporting: z.array(namedBody),
    }),
    workOrders: z.array(workOrderView),
    clocks: z.array(clockView),
    asks: z.array(askView),
    orders: z.array(supervisionView),
    ratings: z.array(ratingView),
    answeredAt: z.string().optional(),
    contactedAt: z.string().optional(),
    finishedAt: z.string().optional(),
    reopenings: z.number().int(),
    reworks: z.number().int(),
    handBacks: z.number().int(),
    deferrals: z.number().int(),
    mergedInto: z.object({ id, number: z.string() }).optional(),
    mergedFrom: z.array(z.object({ id, number: z.string() })),
    parent: z.object({ id, number: z.string() }).optional(),
    children: z.array(z.object({ id, number: z.string(), closed: z.boolean() })),
    source: z.object({ name: z.string(), number: z.string() }).optional(),
    /** The commands the one who asks can give now, the likely one first: exactly the buttons to show. */
    commands: z.array(z.string()),
    history: z.array(historyLine),
  })
  .meta({ id: 'Case' });
export type CaseView = z.output<typeof caseView>;

/** What the holder of a follow code sees: state, owner, due time, public notes, nothing else. */
export const followView = z
  .object({
    number: z.string(),
    version: z.number().int(),
    county: z.string(),
    state: caseState,
    category: named,
    area: named,
    address: z.string().optional(),
    point: geoPoint.optional(),
    description: z.string(),
    photos: z.array(z.string()),
    reportedAt: z.string(),
    owner: namedBody.optional(),
    stage: stage.optional(),
    dueAt: z.string().optional(),
    overdue: z.boolean(),
    /** Why it was rejected, or refused to reopen. */
    reason: z.string().optional(),
    /** What the reporter asked of an ended case and did not get: it waits for its answer, or was refused. */
    ask: z
      .object({
        kind: z.enum(['reopening', 'appeal']),
        judge: named,
        at: z.string(),
        refused: z.boolean(),
        dueAt: z.string().optional(),
        overdue: z.boolean(),
      })
      .optional(),
    history: z.array(
      z.object({
        type: z.string(),
        at: z.string(),
        by: z.string().optional(),
        text: z.string().optional(),
        photos: z.array(z.string()),
        /** Why a supervision order was raised. */
        reasons: z.array(redReason).optional(),
      }),
    ),
    rating: ratingView.extend({ words: z.string().optional() }).optional(),
    supporters: z.number().int(),
    commands: z.array(z.string()),
    /** Number of the case it was put together with. */
    mergedInto: z.string().optional(),
    closedAt: z.string().optional(),
  })
  .meta({ id: 'FollowView' });
export type FollowView = z.output<typeof followView>;

/**
 * An open case as the public list and map show it: no words of the reporter, and no nearer place than the area of its
 * desk and a point snapped to about 100 m. Without a point it was reported by the code of an area alone.
 */
export const publicCase = z
  .object({
    id,
    number: z.string(),
    category: named,
    state: caseState,
    area: named,
    point: geoPoint.optional(),
    reportedAt: z.string(),
    supporters: z.number().int(),
  })
  .meta({ id: 'PublicCase' });

/** An open case near a place, shown before a new one is made. */
export const nearbyCase = publicCase.extend({ metres: z.number(), point: geoPoint }).meta({ id: 'NearbyCase' });

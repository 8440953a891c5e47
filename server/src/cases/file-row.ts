import {
  bodyKey,
  type Case,
  currentClock,
  factsOf,
  isOpen,
  isRunning,
  lightOf,
  ownerOf,
  owingBodies,
  type WorkOrder,
} from '@gezhi/domain/cases/index';
import { snapped } from '@gezhi/domain/places/index';
import type { Instant } from '@gezhi/domain/time';
import type { CountyRules } from './deps.ts';

import type { FileRow, OrderRow, PublicRow, WorkOrderRow } from './store.ts';

const iso = (at: Instant): string => new Date(at).toISOString();
const isoOr = (at: Instant | undefined): string | null => (at === undefined ? null : iso(at));

/** Whose staff see the case by area: of the place, but of the desk above for a complaint about a desk. */
export const scopeArea = (found: Case): string => (found.report.about === undefined ? found.area : found.homeDesk);

const orgsOf = (orders: readonly WorkOrder[]): string[] => [
  ...new Set(orders.flatMap(({ body }) => (body.kind === 'org' ? [body.org] : []))),
];

/** Who may see the files of a case: those who may see the case. */
export const fileOwner = (found: Case): { caseId: string; area: string; orgs: readonly string[] } => ({
  caseId: found.id,
  area: scopeArea(found),
  orgs: orgsOf(found.workOrders),
});

/** Areas of desks and grids that work on the case, and of desks that judge or supervise it, beside its own. */
function partyAreas(found: Case): string[] {
  const bodies = found.workOrders.flatMap(({ body }) => (body.kind === 'org' ? [] : [body.area]));
  const desks = [found.desk, ...found.asks.map((ask) => ask.judge), ...found.orders.map((order) => order.to)];
  // A complaint about a desk must not come back to it by another way: desks above only.
  const reaching =
    found.report.about === undefined
      ? [...bodies, ...desks]
      : [...bodies, ...desks].filter((area) => area.length <= found.homeDesk.length);
  return [...new Set(reaching)];
}

/** The columns kept beside the events, all derived from the folded case. */
export function fileRowOf(
  found: Case,
  rules: CountyRules,
  now: Instant,
  more: { readonly head: string; readonly quarantined: boolean },
): FileRow {
  const { report } = found;
  const clock = currentClock(found);
  const owner = ownerOf(found);
  const lead = found.workOrders.findLast((order) => order.role === 'lead');
  return {
    county: found.county,
    id: found.id,
    number: found.number,
    version: found.version,
    state: found.state,
    category: found.category,
    kind: found.kind,
    urgency: found.urgency,
    level: found.level,
    area: found.area,
    scope_area: scopeArea(found),
    desk: found.desk,
    home_desk: found.homeDesk,
    longitude: found.point?.[0] ?? null,
    latitude: found.point?.[1] ?? null,
    channel: report.channel,
    description: report.description,
    address: found.address ?? null,
    reporter_kind: report.reporter.kind,
    reporter_person: report.reporter.kind === 'staff' ? report.reporter.person : null,
    subject: report.reporter.kind === 'resident' ? (report.reporter.subject ?? null) : null,
    source_name: report.source?.name ?? null,
    source_number: report.source?.number ?? null,
    owner: owner ? bodyKey(owner) : null,
    owes: owingBodies(found).map(bodyKey),
    stage: clock?.stage ?? null,
    due_at: isoOr(clock?.dueAt),
    light: lightOf(found, rules.light, rules.calendar, now).light,
    reported_at: iso(found.reportedAt),
    updated_at: iso(found.updatedAt),
    closed_at: isOpen(found.state) ? null : iso(found.closedAt ?? found.updatedAt),
    orgs: orgsOf(found.workOrders),
    party_areas: partyAreas(found),
    lead: lead ? bodyKey(lead.body) : null,
    parent: found.parent ?? null,
    merged_into: found.mergedInto ?? null,
    quarantined: more.quarantined,
    facts: JSON.stringify(factsOf(found)),
    doc: JSON.stringify(found),
    head: more.head,
  };
}

/** The clocks whose ending is not yet on record. */
export const clockRowsOf = (found: Case) =>
  found.clocks
    .filter((clock) => isRunning(clock) && clock.haltedAt === undefined && clock.endedFor !== clock.dueAt)
    .map((clock) => ({ clock: clock.id, stage: clock.stage, due_at: iso(clock.dueAt) }));

export const workOrderRowsOf = (found: Case): readonly WorkOrderRow[] =>
  found.workOrders.map((order) => ({
    work_order: order.id,
    body: bodyKey(order.body),
    org: order.body.kind === 'org' ? order.body.org : null,
    role: order.role,
    state: order.state,
    sent_at: iso(order.sentAt),
    answered_at: isoOr(order.answeredAt),
    finished_at: isoOr(order.finishedAt),
  }));

export const orderRowsOf = (found: Case): readonly OrderRow[] =>
  found.orders.map((order) => ({
    order_id: order.id,
    number: order.number,
    over_desk: order.over,
    to_desk: order.to,
    ordered_at: iso(order.orderedAt),
    due_at: isoOr(found.clocks.findLast((clock) => clock.stage === 'supervision' && clock.ref === order.id)?.dueAt),
    answered_at: isoOr(order.answeredAt),
  }));

/** The case as the public list and map may show it: open, nobody complained about, not waiting for a look. */
export function publicRowOf(found: Case, quarantined: boolean): PublicRow | undefined {
  if (!isOpen(found.state) || found.report.about !== undefined || found.report.hideFromHandler || quarantined)
    return undefined;
  const [longitude, latitude] = found.point ? snapped(found.point) : [null, null];
  return {
    county: found.county,
    id: found.id,
    number: found.number,
    area: found.area,
    category: found.category,
    state: found.state,
    longitude,
    latitude,
    reported_at: iso(found.reportedAt),
    supporters: found.supporters.filter((one) => one.verified).length,
  };
}

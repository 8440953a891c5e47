import { type Actor, mayFor, type Permission } from '../access/index.ts';
import type { Body } from './body.ts';
import type { Case, WorkOrder } from './case.ts';
import type { Party } from './transitions.ts';
import { isActive, ordersOfRound } from './work-orders.ts';

/** Whether the actor sits at the desk of exactly this area. */
export const sitsAt = (actor: Actor, area: string): boolean =>
  actor.kind === 'staff' && actor.posts.some((post) => post.area === area && post.permissions.includes('case.desk'));

function sitsAbove(actor: Actor, area: string): boolean {
  return (
    actor.kind === 'staff' &&
    actor.posts.some(
      (post) =>
        post.area !== undefined &&
        post.area !== area &&
        area.startsWith(post.area) &&
        post.permissions.includes('case.desk'),
    )
  );
}

/** Whether the actor stands for the body. */
export function standsFor(actor: Actor, body: Body): boolean {
  if (body.kind === 'org') return mayFor(actor, 'case.work', body.org);
  if (body.kind === 'desk') return sitsAt(actor, body.area);
  return (
    actor.kind === 'staff' &&
    actor.posts.some((post) => post.area === body.area && post.permissions.includes('case.work'))
  );
}

/**
 * Whether the actor may verify: a post with that right at the desk where it was reported, or at an area under that
 * desk which contains the place (its grid chief), held by somebody who neither handled nor dispatched it.
 */
export function mayVerify(found: Case, actor: Actor): boolean {
  if (actor.kind !== 'staff' || found.handlers.includes(actor.person)) return false;
  const { about } = found.report;
  return actor.posts.some(
    (post) =>
      post.area !== undefined &&
      post.permissions.includes('case.verify') &&
      checksHere(found, post.area) &&
      // Nobody checks a complaint about themselves.
      (about === undefined || !(post.area.startsWith(about) || post.org === about)),
  );
}

/** Whether a post in this area is where the case is verified. */
export const checksHere = (found: Pick<Case, 'homeDesk' | 'area'>, area: string): boolean =>
  area.startsWith(found.homeDesk) && (area === found.homeDesk || found.area.startsWith(area));

/** Whether the body is what the case complains about, or works for the desk it complains about. */
export const isComplainedAbout = ({ report: { about } }: Case, body: Body): boolean =>
  about !== undefined && (body.kind === 'org' ? body.org === about : body.area.startsWith(about));

/** The work orders that still stand open and that the actor stands for. */
export const ownOrders = (found: Case, actor: Actor): readonly WorkOrder[] =>
  found.workOrders.filter((order) => isActive(order) && standsFor(actor, order.body));

const hasFinished = (found: Case, actor: Actor): boolean =>
  ordersOfRound(found).some((order) => order.state === 'finished' && standsFor(actor, order.body));

/** Rights of those who work on cases: whoever may only read writes nothing into a history. */
const working: readonly Permission[] = ['case.file', 'case.desk', 'case.verify'];

function reads(found: Case, actor: Actor): boolean {
  return (
    actor.kind === 'staff' &&
    actor.posts.some(
      ({ area, permissions }) =>
        area !== undefined &&
        found.area.startsWith(area) &&
        permissions.includes('case.read') &&
        working.some((right) => permissions.includes(right)),
    )
  );
}

/** As what the actor stands to the case. */
export function partiesOf(found: Case, actor: Actor): ReadonlySet<Party> {
  const parties = new Set<Party>(['anyone']);
  const add = (party: Party, holds: boolean): void => {
    if (holds) parties.add(party);
  };
  const own = ownOrders(found, actor);
  add('system', actor.kind === 'system');
  add('reporter', actor.kind === 'reporter' && actor.caseId === found.id);
  add('joined', actor.kind === 'reporter' && found.mergedFrom.includes(actor.caseId));
  if (actor.kind === 'staff') {
    const { reporter } = found.report;
    const filed = reporter.kind === 'staff' && reporter.person === actor.person;
    add('reporter', filed);
    add('filer', filed);
    add('desk', sitsAt(actor, found.desk));
    add('above', sitsAbove(actor, found.desk));
    add('body', own.length > 0);
    add('worked', hasFinished(found, actor));
    add(
      'lead',
      own.some((order) => order.role === 'lead'),
    );
    add('verifier', mayVerify(found, actor));
    add(
      'judge',
      found.asks.some((ask) => ask.judgedAt === undefined && sitsAt(actor, ask.judge)),
    );
    add(
      'supervised',
      found.orders.some((order) => order.answeredAt === undefined && sitsAt(actor, order.to)),
    );
    add(
      'summoner',
      found.workOrders.some((order) => order.by === 'summons' && sitsAt(actor, order.from)),
    );
    add('reader', reads(found, actor));
  }
  return parties;
}

import type { Session } from '@gezhi/contract/access/shapes';
import type { CaseView } from '@gezhi/contract/cases/index';

/** Why somebody whose post would let them verify a finished case may not verify this one. */
export type VerifyHindrance = 'dispatched' | 'handled' | 'complainedAbout';

type Looked = Pick<CaseView, 'state' | 'commands' | 'homeDesk' | 'area' | 'about' | 'history'>;
type Asker = Pick<Session, 'posts' | 'person'>;

/**
 * Says why the button is missing; undefined where it is there, or where no post of the asker verifies here at all.
 * The server decides: this only explains its answer (`mayVerify` of the domain).
 */
export function whyNotVerify(found: Looked, { posts, person }: Asker): VerifyHindrance | undefined {
  if (found.state !== 'handled' || found.commands.includes('verify')) return undefined;
  const here = posts.some(
    ({ area, permissions }) =>
      area !== undefined &&
      permissions.includes('case.verify') &&
      area.startsWith(found.homeDesk.code) &&
      (area === found.homeDesk.code || found.area.code.startsWith(area)),
  );
  if (!here) return undefined;
  const did = (types: readonly string[]) =>
    found.history.some(({ type, by }) => types.includes(type) && by.kind === 'staff' && by.name === person.name);
  if (did(sending)) return 'dispatched';
  return found.about === undefined || did(working) ? 'handled' : 'complainedAbout';
}

const sending = ['dispatched', 'assignedToDesk', 'summoned'];
const working = ['acknowledged', 'reportedIn', 'workOrderFinished', 'solvedOnTheSpot', 'transferred'];

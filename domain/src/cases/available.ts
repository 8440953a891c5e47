import type { Actor } from '../access/index.ts';
import type { Case } from './case.ts';
import type { CaseCommandType } from './command.ts';
import { ownOrders, partiesOf } from './parties.ts';
import { passesGate, type TaskGate } from './routing.ts';
import { allowedTo, commandsOf } from './transitions.ts';

/** Conditions beside state and party that would make a button a lie. */
const pointless: Partial<Record<CaseCommandType, (found: Case, actor: Actor, gate: TaskGate) => boolean>> = {
  acknowledge: (found, actor) => !own(found, actor, (order) => order.state === 'sent' && order.by === 'dispatch'),
  reportIn: (found, actor) => !own(found, actor, (order) => order.state === 'sent' && order.by === 'summons'),
  decline: (found, actor) => !own(found, actor, (order) => order.by === 'summons'),
  handBack: (found, actor) => !own(found, actor, (order) => order.by === 'dispatch'),
  finish: (found, actor) => found.children.length > 0 || !own(found, actor, (order) => order.state === 'working'),
  moving: (found, actor) => !own(found, actor, (order) => order.state === 'working' && order.movingAt === undefined && order.arrivedAt === undefined),
  arrived: (found, actor) => !own(found, actor, (order) => order.state === 'working' && order.arrivedAt === undefined),
  refuseByGate: (found, actor, gate) => passesGate(gate, found.category) || !own(found, actor, (order) => order.body.kind === 'grid'),
  split: (found) => found.children.length > 0,
  summon: (found) => found.children.length > 0,
  contact: (found) => found.report.reporter.kind === 'staff',
  unmerge: (found) => found.mergedInto === undefined,
};

function own(found: Case, actor: Actor, fits: (order: ReturnType<typeof ownOrders>[number]) => boolean): boolean {
  return ownOrders(found, actor).some(fits);
}

/** The commands the actor can give now, likely ones first: exactly the buttons to show. */
export function availableTo(found: Case, actor: Actor, gate: TaskGate): readonly CaseCommandType[] {
  const parties = partiesOf(found, actor);
  return commandsOf(found.state).filter(
    (command) =>
      allowedTo(found.state, command)?.some((party) => party !== 'system' && parties.has(party)) === true &&
      !pointless[command]?.(found, actor, gate),
  );
}

import type { Actor } from '../access/index.ts';
import type { Instant } from '../time.ts';
import type { Case } from './case.ts';
import type { CaseCommandType } from './command.ts';
import { type ButtonRules, hindranceOf } from './hindrances.ts';
import { partiesOf } from './parties.ts';
import { allowedTo, commandsOf } from './transitions.ts';

/** The commands the actor can give now, likely ones first: exactly the buttons to show. */
export function availableTo(found: Case, actor: Actor, rules: ButtonRules, now: Instant): readonly CaseCommandType[] {
  const parties = partiesOf(found, actor);
  return commandsOf(found.state).filter(
    (command) =>
      allowedTo(found.state, command)?.some((party) => party !== 'system' && parties.has(party)) === true &&
      hindranceOf(found, command, actor, rules, now) === undefined,
  );
}

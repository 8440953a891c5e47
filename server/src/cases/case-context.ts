import type { Actor } from '@gezhi/domain/access/index';
import { type Body, type Case, checksHere, type Command, type Context, deskAt } from '@gezhi/domain/cases/index';
import type { Instant } from '@gezhi/domain/time';
import { asSystem, type Trx } from '../database/index.ts';
import { personsWith } from '../people/index.ts';
import type { CountyRules, Directory, PlaceFinder } from './deps.ts';

/** What a decision needs to know, gathered for one case and command. */
export interface ContextParts {
  readonly places: PlaceFinder;
  readonly rules: CountyRules;
  readonly directory: Directory;
  readonly actor: Actor;
  readonly now: Instant;
  readonly county: string;
}

function orgsIn(found: Case | undefined, command: Command): readonly string[] {
  const bodies: Body[] = found?.workOrders.map((order) => order.body) ?? [];
  if (command.type === 'dispatch') bodies.push(command.lead, ...command.supporting);
  if (command.type === 'summon') bodies.push(...command.bodies);
  if (command.type === 'import' && command.lead) bodies.push(command.lead);
  const about = command.type === 'file' ? command.about : found?.report.about;
  return [
    ...bodies.flatMap((body) => (body.kind === 'org' ? [body.org] : [])),
    ...(about === undefined ? [] : [about]),
  ];
}

/** The context of a decision. Verifiers are looked up only for what may hand a case over to one. */
export async function contextOf(
  parts: ContextParts,
  trx: Trx,
  found: Case | undefined,
  command: Command,
  other?: Case,
): Promise<Context> {
  const { directory, places, rules, actor, now, county } = parts;
  const bodyAreas = new Map<string, string>();
  for (const id of orgsIn(found, command)) {
    const org = directory.org(id);
    if (org?.active) bodyAreas.set(`org:${id}`, org.area);
  }
  const desks = places.desks(county, rules.areaKinds);
  const verifiers = await verifiersFor(trx, parts, found, command);
  return { now, actor, rules, desks, bodyAreas, ...(verifiers && { verifiers }), ...(other && { other }) };
}

const finishing = new Set<Command['type']>(['finish', 'solveOnTheSpot', 'judge']);

/** Persons with a right to verify at the desk of the place or at a grid that contains it. */
async function verifiersFor(
  trx: Trx,
  parts: ContextParts,
  found: Case | undefined,
  command: Command,
): Promise<readonly string[] | undefined> {
  const place = found ?? (command.type === 'file' && command.solved ? placeOf(parts, command.area) : undefined);
  if (!place || (found && !finishing.has(command.type))) return undefined;
  // Who may check is for the program to know, not for the one who finishes.
  const holders = await asSystem(trx, parts.county, () =>
    personsWith(trx, parts.county, 'case.verify', place.homeDesk, parts.now),
  );
  return holders.filter(({ area }) => checksHere(place, area)).map(({ person }) => person);
}

function placeOf(parts: ContextParts, area: string): Pick<Case, 'homeDesk' | 'area'> | undefined {
  const desk = deskAt(parts.places.desks(parts.county, parts.rules.areaKinds), area);
  return desk && { area, homeDesk: desk.area };
}

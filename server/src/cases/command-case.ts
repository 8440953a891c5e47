import type { ReporterCommand, StaffCommand } from '@gezhi/contract/cases/index';
import type { Actor } from '@gezhi/domain/access/index';
import { type Case, type Command, decide, isOpen } from '@gezhi/domain/cases/index';
import { asSystem, type Trx } from '../database/index.ts';
import { takeFiles } from '../files/index.ts';
import { refuseStale } from '../http/index.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { contextOf } from './case-context.ts';
import { changedSince } from './changed-since.ts';
import type { CaseDeps, CountyRules, Directory } from './deps.ts';
import { endDueClocks } from './due-clocks.ts';
import { fileOwner } from './file-row.ts';
import { recordDecision } from './record-decision.ts';
import { caseRefusal } from './refusals.ts';
import { splitCase } from './split-case.ts';
import { listEvents, lockCase } from './store.ts';

/** One command on one case, with what was read before the transaction began. */
export interface Commanding {
  readonly county: string;
  readonly id: string;
  readonly actor: Actor;
  readonly rules: CountyRules;
  readonly directory: Directory;
  /** Version last read (If-Match); undefined fits any. */
  readonly version?: string | undefined;
}

/** Carries out a command of staff or of a reporter: the case after it, or why not. Nothing is half-written. */
export async function commandCase(
  deps: CaseDeps,
  trx: Trx,
  commanding: Commanding,
  given: StaffCommand | ReporterCommand,
): Promise<Case | Refusal> {
  const locked = await lockPair(trx, commanding, given);
  if (!locked) return refuse('case.notFound');
  const current = await endDueClocks(deps, trx, commanding, locked);
  const stale = await staleness(trx, commanding, current.found);
  if (stale) return stale;
  if (given.type === 'split') return splitCase(deps, trx, commanding, current, given);
  const command = domainCommand(deps, given, current.found);
  if (isRefusal(command)) return command;
  const other = given.type === 'merge' ? locked.other : undefined;
  const after = await apply(deps, trx, commanding, current, command, other?.found);
  if (isRefusal(after)) return after;
  const photos = 'photos' in given ? given.photos : [];
  const taken = photos.length === 0 ? undefined : await takeFiles(trx, commanding.county, photos, fileOwner(after));
  if (isRefusal(taken)) return taken;
  const linked = await followUp(deps, trx, commanding, after, current.found);
  return linked ?? after;
}

/** A case locked for change. */
export interface Locked {
  readonly found: Case;
  readonly head: string;
  readonly quarantined: boolean;
}

/** Locks the case, and for a merge both in the order of their ids, so that two merges cannot wait for each other. */
async function lockPair(trx: Trx, { county, id }: Commanding, given: StaffCommand | ReporterCommand): Promise<(Locked & { other?: Locked }) | undefined> {
  if (given.type !== 'merge') return lockCase(trx, county, id);
  const otherFirst = given.into < id;
  const early = otherFirst ? await lockCase(trx, county, given.into) : undefined;
  const own = await lockCase(trx, county, id);
  const other = otherFirst ? early : await lockCase(trx, county, given.into);
  if (!own) return undefined;
  await lockCase(trx, county, id);
  return { ...own, ...(other && { other }) };
}

async function staleness(trx: Trx, { county, id, version }: Commanding, found: Case): Promise<Refusal | undefined> {
  if (version === undefined || version === String(found.version)) return undefined;
  const since = Number.parseInt(version, 10);
  const news = Number.isInteger(since) ? await listEvents(trx, county, id, since) : [];
  return refuseStale(version, found.version, changedSince(news.map(({ event }) => event)));
}

/** Decides and records one command on a locked case. */
export async function apply(
  deps: CaseDeps,
  trx: Trx,
  commanding: Commanding,
  locked: Locked,
  command: Command,
  other?: Case,
): Promise<Case | Refusal> {
  const now = deps.clock.now();
  const context = await contextOf({ ...commanding, places: deps.places, now }, trx, locked.found, command, other);
  const decision = decide(locked.found, command, context);
  if (!decision.ok) return caseRefusal(decision.refusal);
  // A desk that works on a case has looked at it.
  const quarantined = locked.quarantined && decision.case.state === 'reported';
  await recordDecision(deps, trx, commanding.rules, now, {
    before: locked.found,
    after: decision.case,
    events: decision.events,
    head: locked.head,
    quarantined,
  });
  return decision.case;
}

/** The program's own commands on the cases that this one touches: the other side of a merge, the parent of a child. */
async function followUp(deps: CaseDeps, trx: Trx, commanding: Commanding, after: Case, before: Case): Promise<Refusal | undefined> {
  const system: Actor = { kind: 'system', county: commanding.county };
  const tellOther = (id: string, command: Command): Promise<Refusal | undefined> =>
    asSystem(trx, commanding.county, async () => {
      const other = await lockCase(trx, commanding.county, id);
      if (!other) return refuse('case.notFound');
      const told = await apply(deps, trx, { ...commanding, id, actor: system }, other, command);
      return isRefusal(told) ? told : undefined;
    });
  if (after.mergedInto !== undefined && before.mergedInto === undefined) return tellOther(after.mergedInto, { type: 'takeIn', from: after.id });
  if (after.mergedInto === undefined && before.mergedInto !== undefined) return tellOther(before.mergedInto, { type: 'letGo', from: after.id });
  if (after.parent !== undefined && isOpen(before.state) && !isOpen(after.state)) return tellOther(after.parent, { type: 'childClosed', child: after.id });
  return undefined;
}

/** Turns what came over the wire into a command of the domain: instants for times, areas for points. */
function domainCommand(deps: CaseDeps, given: Exclude<StaffCommand, { type: 'split' }> | ReporterCommand, found: Case): Command | Refusal {
  if (given.type === 'askDeferral') return { ...given, until: Date.parse(given.until) } as Command;
  if (given.type === 'note') return { public: true, ...given } as Command;
  if (given.type !== 'correct' || !given.point) return given as Command;
  const located = deps.places.locate(given.point);
  if (!located || located.county !== found.county) {
    return refuse('case.notServed', { params: { places: deps.places.served().map((area) => area.name).join('、') } });
  }
  return { ...given, area: located.smallest } as Command;
}

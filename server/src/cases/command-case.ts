import type { ReporterCommand, StaffCommand } from '@gezhi/contract/cases/index';
import type { Actor } from '@gezhi/domain/access/index';
import { type Case, type Command, isOpen } from '@gezhi/domain/cases/index';
import { asSystem, type Trx } from '../database/index.ts';
import { takeFiles } from '../files/index.ts';
import { refuseStale } from '../http/index.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { apply } from './apply-command.ts';
import { changedSince } from './changed-since.ts';
import type { Commanding, Locked } from './commanding.ts';
import type { CaseDeps } from './deps.ts';
import { endDueClocks } from './due-clocks.ts';
import { fileOwner } from './file-row.ts';
import { splitCase } from './split-case.ts';
import { listEvents, lockCase } from './store.ts';

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
  if (given.type === 'correct' && given.category !== undefined && !commanding.rules.category(given.category))
    return refuse('case.category.unknown', { errors: [{ path: 'category', code: 'unknown' }] });
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

/** Locks the case, and for a merge both in the order of their ids, so that two merges cannot wait for each other. */
async function lockPair(
  trx: Trx,
  { county, id }: Commanding,
  given: StaffCommand | ReporterCommand,
): Promise<(Locked & { other?: Locked }) | undefined> {
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

/** The program's own commands on the cases that this one touches: the other side of a merge, the parent of a child. */
async function followUp(
  deps: CaseDeps,
  trx: Trx,
  commanding: Commanding,
  after: Case,
  before: Case,
): Promise<Refusal | undefined> {
  const system: Actor = { kind: 'system', county: commanding.county };
  const tellOther = (id: string, command: Command): Promise<Refusal | undefined> =>
    asSystem(trx, commanding.county, async () => {
      const other = await lockCase(trx, commanding.county, id);
      if (!other) return refuse('case.notFound');
      const told = await apply(deps, trx, { ...commanding, id, actor: system }, other, command);
      return isRefusal(told) ? told : undefined;
    });
  if (after.mergedInto !== undefined && before.mergedInto === undefined)
    return tellOther(after.mergedInto, { type: 'takeIn', from: after.id });
  if (after.mergedInto === undefined && before.mergedInto !== undefined)
    return tellOther(before.mergedInto, { type: 'letGo', from: after.id });
  if (after.parent !== undefined && isOpen(before.state) && !isOpen(after.state))
    return tellOther(after.parent, { type: 'childClosed', child: after.id });
  return undefined;
}

/** Turns what came over the wire into a command of the domain: instants for times, areas for points. */
export function domainCommand(
  deps: CaseDeps,
  given: Exclude<StaffCommand, { type: 'split' }> | ReporterCommand,
  found: Case,
): Command | Refusal {
  if (given.type === 'askDeferral') return { ...given, until: Date.parse(given.until) } as Command;
  if (given.type === 'note') return { public: true, ...given };
  if (given.type !== 'correct' || !given.point) return given as Command;
  const located = deps.places.locate(given.point);
  if (!located || located.county !== found.county) {
    return refuse('case.notServed', {
      params: {
        places: deps.places
          .served()
          .map((area) => area.name)
          .join('、'),
      },
    });
  }
  return { ...given, area: located.smallest } as Command;
}

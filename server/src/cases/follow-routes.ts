import { caseRoutes, type FollowView } from '@gezhi/contract/cases/index';
import type { Actor } from '@gezhi/domain/access/index';
import type { Case } from '@gezhi/domain/cases/index';
import type { FastifyInstance } from 'fastify';
import { asSystem, type Trx } from '../database/index.ts';
import { type Call, etagOf, serve } from '../http/index.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { commandCase } from './command-case.ts';
import type { CaseDeps } from './deps.ts';
import { typedHash } from './follow-code.ts';
import { countedAddress } from './gauges.ts';
import { numbersOf } from './list-store.ts';
import { followViewOf } from './present/follow-view.ts';
import { showingFor } from './reading.ts';
import type { CaseServing } from './serving.ts';
import { caseAt, findCase, findFollowed, listEvents } from './store.ts';

/**
 * The case that a follow code opens, whichever county it is in.
 *
 * @param ip where the code came from: after so many wrong ones no code is tried for a while
 */
export async function followedCase(
  deps: CaseDeps,
  code: string,
  ip: string,
): Promise<{ county: string; caseId: string } | Refusal> {
  const hash = typedHash(deps.keys, code);
  const home = deps.config.defaultCounty ?? deps.places.served()[0]?.code;
  if (hash === undefined || home === undefined) return refuse('case.followCode.notFound');
  const address = countedAddress(deps.config, ip);
  // A code that opens nothing belongs to no county: the limit is that of the county whose pages these are.
  const { wrongCodes } = await deps.rules(home, deps.clock.now());
  if (address !== undefined && deps.gauges.wrongCodes.full(address, Date.now(), wrongCodes))
    return refuse('case.followCode.tooMany', { params: { ...wrongCodes } });
  for (const { code: county } of deps.places.served()) {
    const caseId = await deps.db.transaction({ county }, (trx) => findFollowed(trx, county, hash));
    if (caseId !== undefined) return { county, caseId };
  }
  if (address !== undefined) deps.gauges.wrongCodes.passed(address, Date.now(), wrongCodes);
  return refuse('case.followCode.notFound');
}

const reporterOf = (followed: { county: string; caseId: string }): Actor => ({ kind: 'reporter', ...followed });

/** Where a report stands, for the holder of its code. */
export async function followCase(
  deps: CaseDeps,
  { params, request, locale }: Call<{ code: string }>,
): Promise<FollowView | Refusal> {
  const followed = await followedCase(deps, params.code, request.ip);
  if (isRefusal(followed)) return followed;
  const { county, caseId } = followed;
  const showing = await showingFor(deps, { actor: reporterOf(followed), locale }, county);
  return deps.db.transaction({ county, caseId }, async (trx) => {
    const found = await findCase(trx, county, caseId);
    if (!found) return refuse('case.followCode.notFound');
    return followViewOf(showing, found, await listEvents(trx, county, caseId), await mergedNumber(trx, found));
  });
}

/** The other case is not theirs to see; its number is printed and public, so the program looks it up for them. */
async function mergedNumber(trx: Trx, found: Case): Promise<string | undefined> {
  const { county, mergedInto } = found;
  if (mergedInto === undefined) return undefined;
  return asSystem(trx, county, async () => (await numbersOf(trx, county, [mergedInto])).get(mergedInto));
}

/** A command of the holder of a follow code. */
async function commandFollowed(
  deps: CaseDeps,
  call: Call<{ code: string }, unknown, Parameters<typeof commandCase>[3]>,
) {
  const followed = await followedCase(deps, call.params.code, call.request.ip);
  if (isRefusal(followed)) return followed;
  const { county, caseId } = followed;
  const actor = reporterOf(followed);
  const showing = await showingFor(deps, { actor, locale: call.locale }, county);
  const { rules, directory } = showing;
  return call.once(
    { county, caseId, filing: true },
    async (trx) => {
      const after = await commandCase(deps, trx, { county, id: caseId, actor, rules, directory }, call.body);
      if (isRefusal(after)) return after;
      const events = await listEvents(trx, county, caseId);
      return followViewOf({ ...showing, now: deps.clock.now() }, after, events, await mergedNumber(trx, after));
    },
    {
      version: (shown) => shown.version,
      again: async (trx, version) => {
        const then = await caseAt(trx, county, caseId, version);
        const events = (await listEvents(trx, county, caseId)).slice(0, version);
        return followViewOf(showing, then, events, await mergedNumber(trx, then));
      },
    },
  );
}

/** Following one's own report. Wrong codes are limited by address. */
export function registerFollowing(app: FastifyInstance, { deps }: CaseServing): void {
  const limit = { max: 60, windowSeconds: 60 };
  serve(
    app,
    deps,
    caseRoutes.follow,
    async (call) => {
      const view = await followCase(deps, call);
      if (!isRefusal(view)) call.reply.header('etag', etagOf(view.version));
      return view;
    },
    { limit },
  );
  serve(app, deps, caseRoutes.followCommand, (call) => commandFollowed(deps, call), { limit });
}

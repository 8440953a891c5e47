import type { Route } from '@gezhi/contract/route';
import { ruleRoutes, ruleWritingRoutes, type ruleWritten } from '@gezhi/contract/rules/index';
import type { Actor } from '@gezhi/domain/access/index';
import { type RuleKind, ruleKinds } from '@gezhi/domain/rules/index';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { scopeOf } from '../database/index.ts';
import type { Deps } from '../deps.ts';
import { serve } from '../http/index.ts';
import type { Places } from '../places/index.ts';
import { refuse } from '../refusal.ts';
import { answerTry } from './answer-try.ts';
import { loadCalendar } from './load-calendar.ts';
import { readVersion, readVersions } from './read-rules.ts';
import { readCut } from './rule-book.ts';
import { categoriesOf } from './rules-at.ts';
import { type NewVersion, writeRules } from './write-rules.ts';

/** What the routes of rules need beside the program's parts. */
export interface RuleRouteDeps extends Deps {
  readonly places: Pick<Places, 'find' | 'locate' | 'areasOf' | 'served'>;
}

type Staff = Extract<Actor, { kind: 'staff' }>;

function staffOf(actor: Actor): Staff {
  if (actor.kind !== 'staff') throw new Error('the route admits others than staff');
  return actor;
}

/** Registers the routes of rules. */
export function registerRules(app: FastifyInstance, deps: RuleRouteDeps): void {
  registerReading(app, deps);
  registerAsking(app, deps);
  for (const kind of ruleKinds) registerWriting(app, deps, kind);

  serve(app, deps, ruleRoutes.calendarSheet, ({ body, actor, once }) => {
    const staff = staffOf(actor);
    return once(scopeOf(staff, staff.county), (trx) => loadCalendar(deps, trx, staff, body));
  });
}

/** The writing route of any kind: each checks the body of its own. */
type WritingRoute = Route<
  z.ZodType<undefined>,
  z.ZodType<undefined>,
  z.ZodType<NewVersion<RuleKind>>,
  typeof ruleWritten
>;

function registerWriting(app: FastifyInstance, deps: RuleRouteDeps, kind: RuleKind): void {
  serve(app, deps, ruleWritingRoutes[kind] as WritingRoute, ({ body, actor, once }) => {
    const staff = staffOf(actor);
    return once(scopeOf(staff, staff.county), (trx) => writeRules(deps, trx, staff, kind, body));
  });
}

function registerReading(app: FastifyInstance, deps: RuleRouteDeps): void {
  const { db, clock } = deps;

  serve(app, deps, ruleRoutes.kinds, ({ actor }) => {
    const { county } = staffOf(actor);
    return db.transaction(scopeOf(actor, county), async (trx) => ({
      rows: await readVersions(trx, county, undefined, clock.now()),
    }));
  });

  serve(app, deps, ruleRoutes.versions, ({ params, actor }) => {
    const { county } = staffOf(actor);
    return db.transaction(scopeOf(actor, county), async (trx) => ({
      rows: await readVersions(trx, county, params.kind, clock.now()),
    }));
  });

  serve(app, deps, ruleRoutes.version, ({ params, actor }) => {
    const { county } = staffOf(actor);
    return db.transaction(
      scopeOf(actor, county),
      async (trx) =>
        (await readVersion(trx, county, params.kind, params.version, clock.now())) ?? refuse('rules.notFound'),
    );
  });

  serve(app, deps, ruleRoutes.inForce, async ({ params: { kind }, query, actor }) => {
    const { county } = staffOf(actor);
    const cut = await readCut(db, county, query.at === undefined ? clock.now() : Date.parse(query.at));
    if (cut === undefined) return refuse('rules.notFound');
    const { version, validFrom, body } = cut[kind];
    return { kind, version, validFrom: new Date(validFrom).toISOString(), body };
  });
}

function registerAsking(app: FastifyInstance, deps: RuleRouteDeps): void {
  const { db, clock, places, config } = deps;

  serve(app, deps, ruleRoutes.tryOut, ({ body, actor }) => answerTry(deps, staffOf(actor), body));

  serve(app, deps, ruleRoutes.categories, async ({ query }) => {
    const county = query.county ?? config.defaultCounty ?? places.served()[0]?.county;
    const cut = county === undefined ? undefined : await readCut(db, county, clock.now());
    if (county === undefined || cut === undefined) return refuse('rules.notFound');
    const { version, all, everyday } = categoriesOf(cut);
    return {
      county,
      version,
      everyday: everyday.map(({ words, ...category }) => ({ ...category, words: [...words] })),
      categories: all.filter(({ retired }) => retired !== true).map(({ code, name }) => ({ code, name })),
    };
  });
}

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { registerAccess } from './access/index.ts';
import {
  followedCase,
  forgetContacts,
  openWork,
  registerCases,
  relight,
  relightOpen,
  restateClocks,
  scanClocks,
} from './cases/index.ts';
import { registerClock, repeat } from './clock/index.ts';
import { scopeOf } from './database/index.ts';
import type { Deps } from './deps.ts';
import { registerFiles } from './files/index.ts';
import { photoKeeper } from './files/keep-photo.ts';
import { registerOpen311 } from './gateways/index.ts';
import { forgetOldAnswers } from './http/forget-answers.ts';
import { registerInsight, figureRollUp } from './insight/index.ts';
import { registerLive } from './live/index.ts';
import { handleNotices, registerNotices } from './notices/index.ts';
import type { Nouns } from './open-nouns.ts';
import { dutySheet, organisationSheet, personSheet, postSheet, registerPeople, staffFrom } from './people/index.ts';
import { areaSheet, registerPlaces, zoneSheet } from './places/index.ts';
import { forgetExpiredCare, registerRegisters, registerSheetKinds } from './registers/index.ts';
import { categorySheet, dutyListSheet, handleRules, registerRules } from './rules/index.ts';
import { isRefusal } from './refusal.ts';
import { registerResident } from './resident/index.ts';
import { registerSheets } from './sheets/index.ts';

const scanMs = 1_000;
const lightsMs = 3_600_000;
const figuresMs = 30_000;
const vacuumMs = 600_000;
/** Kept for years: a day more does not matter, and it looks at every contact there is. */
const contactsMs = 86_400_000;
/** Often enough that no record outlives the day it expires on, whenever the program was started. */
const forgetMs = 3_600_000;

/** The follow code that a page of a report shows its pictures with. */
function codeIn(request: FastifyRequest): string | undefined {
  const { code } = request.query as { code?: unknown };
  return typeof code === 'string' ? code : undefined;
}

/** Registers the routes of every noun, and the work they do by themselves. Answers how to end that work. */
export async function registerNouns(app: FastifyInstance, deps: Deps, nouns: Nouns): Promise<() => Promise<void>> {
  const { access, areas, cases, outbox } = nouns;
  const accessDeps = { ...deps, auth: access.auth, identities: access.identities, changed: access.changed, outbox };
  forgetOldAnswers(app, deps);
  registerClock(app, deps);
  registerLive(app, deps);
  await registerFiles(app, deps, async (request, actor) => {
    const code = codeIn(request);
    const followed = code === undefined ? undefined : await followedCase(cases, code, request.ip);
    if (followed !== undefined && !isRefusal(followed)) return followed;
    return scopeOf(actor, deps.config.defaultCounty ?? nouns.places.served()[0]?.county ?? '000000');
  });
  registerAccess(app, { ...accessDeps, places: nouns.places });
  registerRules(app, { ...deps, places: nouns.places });
  const isArea = (code: string) => {
    const area = nouns.places.find(code);
    return area !== undefined && area.retiredAt === undefined;
  };
  registerPeople(app, {
    ...deps,
    changed: access.changed,
    isArea,
    areasOf: (county) => nouns.places.areasOf(county),
    openWork: openWork(cases),
  });
  registerPlaces(app, { ...deps, ...areas });
  registerRegisters(app, { ...deps, isArea, namesOf: (code) => nouns.places.chainOf(code) });
  registerCases(app, cases);
  await registerOpen311(app, cases);
  registerNotices(app, deps);
  registerInsight(app, { ...deps, places: nouns.places });
  handleNotices(deps);
  handleRules(deps, {
    restateClocks: (county) => restateClocks(cases, county),
    relight: (county) => relight(cases, county, 'all'),
  });
  registerResident(app, { ...deps, places: nouns.places, keepPhoto: await photoKeeper(deps) });
  const sheets = {
    ...deps,
    changed: access.changed,
    isArea,
    areaName: (code: string) => nouns.places.find(code)?.name,
  };
  await registerSheets(app, { ...deps, staffOf: staffFrom(deps) }, [
    areaSheet(areas),
    zoneSheet(),
    organisationSheet(sheets),
    personSheet(sheets),
    postSheet(sheets),
    dutySheet(sheets),
    categorySheet(deps),
    dutyListSheet(deps),
    ...registerSheetKinds({ isArea, keys: deps.keys }),
  ]);
  const scan = repeat('clocks', scanMs, async () => void (await scanClocks(cases)), deps.log);
  const lights = repeat('lights', lightsMs, () => relightOpen(cases), deps.log);
  let ending = false;
  const figures = repeat(
    'figures',
    figuresMs,
    figureRollUp({ ...deps, places: nouns.places }, () => ending),
    deps.log,
  );
  const forget = repeat('expired care', forgetMs, async () => void (await forgetExpiredCare(deps)), deps.log);
  const contacts = repeat('old contacts', contactsMs, async () => void (await forgetContacts(cases)), deps.log);
  const { vacuum } = deps.db;
  const emptied = vacuum && repeat('vacuum', vacuumMs, async () => void (await vacuum()), deps.log);
  // A clock that was set waits for what it made due.
  deps.clock.onSet(() => scan.nowOrThrow().then(() => lights.nowOrThrow()));
  deps.clock.onSet(() => forget.nowOrThrow());
  deps.clock.onSet(() => contacts.nowOrThrow());
  return async () => {
    ending = true;
    await scan.stop();
    await lights.stop();
    await figures.stop();
    await forget.stop();
    await contacts.stop();
    await emptied?.stop();
  };
}

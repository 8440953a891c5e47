import { type Access, type AccessDeps, openAccess } from './access/index.ts';
import { type CaseDeps, countyRules, countyRulesIn, gauges, placeFinder } from './cases/index.ts';
import type { Base } from './open-deps.ts';
import { queueMessage, tell } from './notices/index.ts';
import { chiefOf } from './people/index.ts';
import { openPlaces, type Places, type PlacesDeps, readLandmarks } from './places/index.ts';
import { areaKindsAt } from './rules/index.ts';

/** What the nouns keep open beside the program's parts, and what each needs of the others. */
export interface Nouns {
  readonly access: Access;
  readonly places: Places;
  readonly outbox: AccessDeps['outbox'];
  readonly areas: Pick<PlacesDeps, 'places' | 'areaRulesOf' | 'chiefOf'>;
  readonly cases: CaseDeps;
  readonly close: () => Promise<void>;
}

/** Opens the memories of the nouns and gives each the others it works with. */
export async function openNouns(base: Base): Promise<Nouns> {
  const access = await openAccess(base);
  const places = await openPlaces(base);
  const areas = { places, areaRulesOf: areaKindsAt, chiefOf };
  const outbox: AccessDeps['outbox'] = {
    // A code or a link is for its recipient's eyes only.
    send: (trx, message) =>
      queueMessage(base, trx, { ...message, area: message.county, secret: true, at: base.clock.now() }),
  };
  const landmark: CaseDeps['places']['landmark'] = async (trx, county, id) => {
    const [found] = await readLandmarks(trx, county, [id]);
    return found && { point: [found.longitude, found.latitude], label: found.address ?? found.name };
  };
  const cases: CaseDeps = {
    ...base,
    gauges: gauges(),
    places: placeFinder(places, landmark),
    directory: (county) => access.directories.of(county),
    rules: (county, at) => countyRules(base.db, county, at),
    rulesIn: countyRulesIn,
    tell: (trx, told) => tell(base, trx, told),
  };
  return {
    access,
    places,
    outbox,
    areas,
    cases,
    close: async () => {
      await places.stop();
      await access.close();
    },
  };
}

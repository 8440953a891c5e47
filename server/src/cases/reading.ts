import type { Case } from '@gezhi/domain/cases/index';
import type { Call } from '../http/index.ts';
import type { Trx } from '../database/index.ts';
import { maskedContacts } from '../people/index.ts';
import type { CaseView } from '@gezhi/contract/cases/index';
import type { CaseDeps } from './deps.ts';
import { numbersOf } from './list-store.ts';
import { caseViewOf } from './present/case-view.ts';
import type { Showing } from './present/names.ts';
import { listEvents } from './store.ts';

/** Everything needed to present cases to one asker, gathered before the transaction. */
export async function showingFor(
  deps: CaseDeps,
  call: Pick<Call, 'actor' | 'locale'>,
  county: string,
): Promise<Showing> {
  const now = deps.clock.now();
  const [rules, directory] = await Promise.all([deps.rules(county, now), deps.directory(county)]);
  return { places: deps.places, directory, rules, actor: call.actor, now, locale: call.locale };
}

/** A case in full, read in the asker's own transaction. The case must be opened to it. */
export async function viewCase(deps: CaseDeps, trx: Trx, showing: Showing, found: Case): Promise<CaseView> {
  const { reporter } = found.report;
  const subject = reporter.kind === 'resident' ? reporter.subject : undefined;
  const linked = [found.mergedInto, ...found.mergedFrom, found.parent, ...found.children.map((child) => child.id)];
  // Not beyond the case as it was read: somebody may have gone on meanwhile.
  const events = (await listEvents(trx, found.county, found.id)).slice(0, found.version);
  const contacts = subject === undefined ? undefined : await maskedContacts(trx, deps.keys, found.county, [subject]);
  const numbers = await numbersOf(
    trx,
    found.county,
    linked.filter((id) => id !== undefined),
  );
  return caseViewOf(showing, found, { events, contact: contacts?.get(subject ?? ''), numbers });
}

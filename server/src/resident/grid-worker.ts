import { inLocale, type Locale } from '@gezhi/contract/words/index';
import { findPersonRow, personsWith, readContact, rolesOf } from '../people/index.ts';
import { readCut } from '../rules/index.ts';
import type { PageDeps } from './deps.ts';
import { type Html, html } from './html.ts';
import type { Drawing } from './page.ts';

/** Somebody who looks after the grid of a label. */
export interface GridWorker {
  readonly name: string;
  /** Name of the role, in the language of the page. */
  readonly role: string;
  /** In E.164, to be called. */
  readonly phone?: string;
}

/** As many as a notice on the stairwell names. */
const most = 2;

/**
 * Who looks after the place of a label, those who can be called first: the holders of the right to work in its grid or
 * microgrid, exactly there. Their names and numbers are public, as on the notice that hangs in every stairwell.
 */
export async function gridWorkers(
  { db, keys, clock, places }: Pick<PageDeps, 'db' | 'keys' | 'clock' | 'places'>,
  code: string,
  locale: Locale,
): Promise<readonly GridWorker[]> {
  const county = code.slice(0, 6);
  const now = clock.now();
  const cut = await readCut(db, county, now);
  const withDesk = new Set(cut?.areaKinds.body.kinds.flatMap(({ id, desk }) => (desk ? [id] : [])));
  // What is posted at a desk is an office's, not the grid worker's.
  const grids = places.chainOf(code).flatMap((area) => (withDesk.has(area.kind) ? [] : [area.code]));
  if (cut === undefined || grids.length === 0) return [];
  return db.transaction({ county, system: true }, async (trx) => {
    const roles = await rolesOf(trx, county, now);
    const holders = (await personsWith(trx, county, 'case.work', code, now))
      .filter(({ area }) => grids.includes(area))
      .toSorted((a, b) => b.area.length - a.area.length);
    const found: GridWorker[] = [];
    for (const { person, role } of new Map(holders.map((one) => [one.person, one])).values()) {
      const row = await findPersonRow(trx, county, person);
      if (row === undefined || row.retired_at !== null) continue;
      const contact = row.subject === null ? undefined : await readContact(trx, keys, county, row.subject);
      const named = roles.find(({ id }) => id === role)?.name;
      found.push({
        name: row.name,
        role: named === undefined ? '' : inLocale(locale, named),
        ...(contact?.phone !== undefined && { phone: contact.phone }),
      });
    }
    const reachable = (one: GridWorker): number => (one.phone === undefined ? 1 : 0);
    return found.toSorted((a, b) => reachable(a) - reachable(b)).slice(0, most);
  });
}

/** A number as people read it: a Chinese one without the country's. */
const shown = (phone: string): string => phone.replace(/^\+86/, '');

/** Who looks after this place, with a button to call. */
export function workersPart({ say }: Drawing, workers: readonly GridWorker[]): Html {
  if (workers.length === 0) return null;
  return html`<aside class="workers" aria-label=${say('resident.worker.title')}>
    <p class="workers-title">${say('resident.worker.title')}</p>
    <ul>
      ${workers.map(
        ({ name, role, phone }) => html`<li>
          <span>${name} <span class="hint">${role}</span></span>
          ${phone === undefined ? null : html`<a class="button" href=${`tel:${phone}`}>${say('resident.worker.call', { phone: shown(phone) })}</a>`}
        </li>`,
      )}
    </ul>
  </aside>`;
}

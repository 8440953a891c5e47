import type { Instant } from '@gezhi/domain/time';
import { type Database, notifyAfterCommit, type Trx } from '../database/index.ts';
import { refuseInsideTransaction } from '../database/nesting.ts';
import { cutOf, keptCut, type RuleCut } from './rule-cut.ts';
import { listVersions, type VersionHead } from './store.ts';

interface Remembered {
  readonly heads: readonly VersionHead[];
  /** Real milliseconds of this process at which it was read. */
  readonly readAt: number;
}

const channel = 'gezhi_rules';
/** After so many real milliseconds a process looks for new versions though nobody told it of any. */
const trustedFor = 1000;

/** Which versions a database has, by county. Replaced as a whole when there is news, so that a reading under way fills the old one. */
interface Book {
  counties: Map<string, Remembered>;
}

const books = new WeakMap<Database, Book>();
const byTransaction = new WeakMap<Trx, Map<string, readonly VersionHead[]>>();

function bookOf(db: Database): Book {
  const known = books.get(db);
  if (known !== undefined) return known;
  const book: Book = { counties: new Map() };
  books.set(db, book);
  const forget = () => {
    book.counties = new Map();
  };
  // Being told is only the quick way: without it a process looks for itself after a second.
  db.listen(channel, forget).catch(() => undefined);
  return book;
}

/** To be called by whoever writes a version: the transaction sees it at once, every process once it is committed. */
export function rulesChanged(trx: Trx): void {
  byTransaction.delete(trx);
  notifyAfterCommit(trx, channel);
}

/** The rules in force at an instant, within a transaction: exactly what it sees. Undefined for a county without rules. */
export async function findCut(trx: Trx, county: string, at: Instant): Promise<RuleCut | undefined> {
  const known = byTransaction.get(trx) ?? new Map<string, readonly VersionHead[]>();
  byTransaction.set(trx, known);
  const heads = known.get(county) ?? (await listVersions(trx, county));
  known.set(county, heads);
  return cutOf(trx, county, heads, at);
}

/**
 * The rules in force at an instant, outside a transaction and mostly without one. A version committed elsewhere is
 * seen as soon as this process is told, at the latest a second later.
 * @throws Error inside a transaction: there they are read through it
 */
export async function readCut(db: Database, county: string, at: Instant): Promise<RuleCut | undefined> {
  refuseInsideTransaction();
  const { counties } = bookOf(db);
  const known = counties.get(county);
  const now = performance.now();
  if (known !== undefined && now - known.readAt < trustedFor) {
    const kept = keptCut(known.heads, at);
    if (kept !== undefined) return kept;
  }
  return db.transaction({ county, system: true }, async (trx) => {
    const heads = await listVersions(trx, county);
    counties.set(county, { heads, readAt: now });
    return cutOf(trx, county, heads, at);
  });
}

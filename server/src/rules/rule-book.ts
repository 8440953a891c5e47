import { type RuleBody, ruleBodies } from '@gezhi/contract/rules/index';
import { inForce, type RuleKind, ruleKinds } from '@gezhi/domain/rules/index';
import type { Instant } from '@gezhi/domain/time';
import { afterCommit, type Database, type Trx } from '../database/index.ts';
import { listVersions, readBodies, type VersionRow } from './store.ts';

/** A kind of rules as it stands at an instant. */
export interface InForce<Kind extends RuleKind> {
  readonly version: number;
  readonly body: RuleBody<Kind>;
}

/** Everything in force from one change to the next. The same object as long as it holds, so that more can be kept by it. */
export type RuleCut = { readonly [Kind in RuleKind]: InForce<Kind> };

interface County {
  readonly versions: readonly VersionRow[];
  /** Parsed bodies by version id: versions never change. */
  readonly bodies: Map<string, unknown>;
  readonly cuts: { readonly from: Instant; readonly before: Instant; readonly cut: RuleCut }[];
  readonly checkedAt: number;
}

interface Book {
  readonly counties: Map<string, County>;
  /** Counts the times that somebody said rules have changed. */
  changes: number;
}

const channel = 'gezhi_rules';
/** Real milliseconds after which a process looks for new versions though nobody told it of any. */
const trustedFor = 1000;

const books = new WeakMap<Database, Book>();
const writing = new WeakSet<Trx>();

/** What this process remembers of the rules in a database. Bodies are read once; other processes tell when there is more. */
function bookOf(db: Database): Book {
  const known = books.get(db);
  if (known !== undefined) return known;
  const book: Book = { counties: new Map(), changes: 0 };
  books.set(db, book);
  // Being told is only the quick way: without it a process looks for itself after a second.
  db.listen(channel, () => forget(book)).catch(() => undefined);
  return book;
}

function forget(book: Book): void {
  book.changes += 1;
  for (const [county, known] of book.counties)
    book.counties.set(county, { ...known, checkedAt: Number.NEGATIVE_INFINITY });
}

/** To be called by whoever writes a version: this transaction sees it at once, every process once it is committed. */
export function rulesChanged(db: Database, trx: Trx): void {
  if (writing.has(trx)) return;
  writing.add(trx);
  afterCommit(trx, () => {
    forget(bookOf(db));
    db.notify(channel);
  });
}

/** The rules in force at an instant, or undefined for a county that has none. */
export async function findCut(db: Database, trx: Trx, county: string, at: Instant): Promise<RuleCut | undefined> {
  const known = await countyOf(bookOf(db), trx, county);
  const kept = known.cuts.find(({ from, before }) => from <= at && at < before);
  if (kept !== undefined) return kept.cut;
  const cut = await makeCut(trx, county, known, at);
  if (cut === undefined) return undefined;
  const moments = known.versions.map(({ validFrom }) => validFrom);
  const from = Math.max(Number.NEGATIVE_INFINITY, ...moments.filter((moment) => moment <= at));
  const before = Math.min(Number.POSITIVE_INFINITY, ...moments.filter((moment) => moment > at));
  known.cuts.push({ from, before, cut });
  return cut;
}

async function countyOf(book: Book, trx: Trx, county: string): Promise<County> {
  const own = writing.has(trx);
  const known = book.counties.get(county);
  const now = performance.now();
  if (known !== undefined && !own && now - known.checkedAt < trustedFor) return known;
  const changes = book.changes;
  const versions = await listVersions(trx, county);
  const isSame = known !== undefined && sameVersions(known.versions, versions);
  const read: County = isSame
    ? { ...known, checkedAt: now }
    : { versions, bodies: new Map(known?.bodies), cuts: [], checkedAt: now };
  // What is not committed yet, or was read while something changed, is for this one reading only.
  if (!own && changes === book.changes) book.counties.set(county, read);
  return read;
}

function sameVersions(a: readonly VersionRow[], b: readonly VersionRow[]): boolean {
  const ids = new Set(a.map(({ id }) => id));
  return a.length === b.length && b.every(({ id }) => ids.has(id));
}

async function makeCut(trx: Trx, county: string, known: County, at: Instant): Promise<RuleCut | undefined> {
  const rows = ruleKinds.map((kind) => ({
    kind,
    row: inForce(
      known.versions.filter((row) => row.kind === kind),
      at,
    ),
  }));
  const missing = rows.flatMap(({ row }) => (row === undefined || known.bodies.has(row.id) ? [] : [row.id]));
  const bodies = await readBodies(trx, county, missing);
  const entries: [RuleKind, InForce<RuleKind>][] = [];
  for (const { kind, row } of rows) {
    if (row === undefined) return undefined;
    if (!known.bodies.has(row.id)) known.bodies.set(row.id, ruleBodies[kind].parse(bodies.get(row.id)));
    entries.push([kind, { version: row.version, body: known.bodies.get(row.id) as RuleBody<RuleKind> }]);
  }
  return Object.fromEntries(entries) as RuleCut;
}

import type { Locale } from '@gezhi/contract/words/index';
import { scopeOf, type Trx } from '../database/index.ts';
import type { SheetDeps, Staff } from './deps.ts';
import type { SheetContext } from './kind.ts';

const nothing = (): undefined => undefined;

/** Runs work on a kind's rows in a transaction with the rights of whoever asks. */
export function inContext<T>(
  deps: Pick<SheetDeps, 'db' | 'clock'>,
  asker: { readonly actor: Staff; readonly locale: Locale },
  work: (context: SheetContext) => Promise<T>,
  inFile: SheetContext['inFile'] = nothing,
): Promise<T> {
  const { actor, locale } = asker;
  const { county } = actor;
  return deps.db.transaction(scopeOf(actor, county), (trx: Trx) =>
    work({ county, actor, locale, trx, now: deps.clock.now(), inFile }),
  );
}

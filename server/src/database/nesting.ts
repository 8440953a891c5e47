import { AsyncLocalStorage } from 'node:async_hooks';

const open = new AsyncLocalStorage<{ active: boolean }>();

/**
 * Runs work marked as being inside a transaction. Whatever asks for another connection meanwhile is refused:
 * on the embedded database, which has one, it would wait for itself for ever.
 */
export async function insideTransaction<T>(work: () => Promise<T>): Promise<T> {
  const mark = { active: true };
  try {
    return await open.run(mark, work);
  } finally {
    // Work started here and not awaited keeps the mark; after the transaction it is free again.
    mark.active = false;
  }
}

/** @throws Error when a transaction is open in this flow of calls. */
export function refuseInsideTransaction(): void {
  if (open.getStore()?.active === true) {
    throw new Error('a second connection was asked for inside a transaction; pass trx on instead');
  }
}

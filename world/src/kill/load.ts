import { setTimeout as wait } from 'node:timers/promises';
import { caseRoutes } from '@gezhi/contract/cases/index';
import { openClient, Refused } from '../client.ts';
import { county } from '../demonstration/cast.ts';

/** A report whose filer got an answer. */
export interface Acknowledged {
  readonly words: string;
  readonly id: string;
  readonly number: string;
  /** How often it was sent until an answer came. */
  readonly sent: number;
}

/** Filers at work. */
export interface Load {
  readonly acknowledged: readonly Acknowledged[];
  /** @throws what a filer broke off with, if one did */
  check(): void;
  /** Lets each filer have an answer to what it sent last, then ends. */
  finish(): Promise<void>;
}

/** Whether it is no answer of the program: the line broke, or something between failed. */
const isNoAnswer = (error: unknown): boolean => !(error instanceof Refused) || error.status >= 500;

/**
 * So many residents file one report after another, each under a key of its own, and send again under the same key what
 * got no answer, for as long as it takes.
 */
export function fileWithoutPause(url: string, filers: number): Load {
  const acknowledged: Acknowledged[] = [];
  let going = true;

  async function file(words: string): Promise<void> {
    const body = { description: words, category: '01020401', place: { area: county.code } };
    for (let sent = 1; ; sent += 1) {
      try {
        const { id, number } = await openClient(url).call(caseRoutes.file, { body, key: `report-${words}` });
        acknowledged.push({ words, id, number, sent });
        return;
      } catch (error) {
        if (!isNoAnswer(error)) throw error;
        await wait(50);
      }
    }
  }

  async function filer(name: number): Promise<void> {
    for (let ordinal = 1; going; ordinal += 1) await file(`${name}-${ordinal}`);
  }

  const work = Promise.all(Array.from({ length: filers }, (_, index) => filer(index + 1)));
  const failures: unknown[] = [];
  work.catch((error: unknown) => failures.push(error));
  return {
    acknowledged,
    check: () => {
      if (failures.length > 0) throw failures[0];
    },
    finish: async () => {
      going = false;
      await work;
    },
  };
}

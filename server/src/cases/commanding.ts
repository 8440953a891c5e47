import type { Actor } from '@gezhi/domain/access/index';
import type { Case } from '@gezhi/domain/cases/index';
import type { CountyRules, Directory } from './deps.ts';

/** One command on one case, with what was read before the transaction began. */
export interface Commanding {
  readonly county: string;
  readonly id: string;
  readonly actor: Actor;
  readonly rules: CountyRules;
  readonly directory: Directory;
  /** Version last read (If-Match); undefined fits any. */
  readonly version?: string | undefined;
}

/** A case locked for change. */
export interface Locked {
  readonly found: Case;
  readonly head: string;
  readonly quarantined: boolean;
}

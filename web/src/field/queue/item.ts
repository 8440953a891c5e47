import type { caseRoutes, StaffCommand } from '@gezhi/contract/cases/index';
import type { BodyInputOf } from '@gezhi/contract/route';
import type { problem } from '@gezhi/contract/shapes';
import type { z } from 'zod';

/** A photo of a draft or of something queued, by its key in the photo store. */
export interface PhotoRef {
  readonly key: string;
  readonly name: string;
  /** When it was taken, epoch ms on this phone. */
  readonly taken: number;
}

/** What is to be done. Photos are filled in when they have arrived, in the order of their slots. */
export type Work =
  | { readonly kind: 'report'; readonly body: BodyInputOf<typeof caseRoutes.file> }
  | {
      readonly kind: 'command';
      readonly caseId: string;
      readonly caseNumber: string;
      /** Version of the case that somebody had before their eyes; moves on with what they themselves did before. */
      readonly version: number;
      readonly body: StaffCommand;
    };

/** An RFC 9457 problem document, as far as it is told again later. */
export type Reason = Pick<z.infer<typeof problem>, 'status' | 'code' | 'title' | 'detail' | 'errors'>;

/** What the server made of it. */
export interface Arrived {
  readonly caseId: string;
  readonly number: string;
  /** Version of the case after it; absent for a report. */
  readonly version?: number;
  readonly desk?: string;
  readonly followUrl?: string;
}

export type State =
  /** `bidden` where the server itself said how long: nobody hurries it. */
  | { readonly name: 'waiting'; readonly notBefore: number; readonly bidden?: true }
  | { readonly name: 'sending'; readonly since: number }
  | { readonly name: 'sent'; readonly at: number; readonly arrived: Arrived }
  /** Refused for good: the person decides. Nothing of it is thrown away before. */
  | { readonly name: 'refused'; readonly at: number; readonly reason: Reason };

/** One thing taken on the phone, until the server has it and a while longer. */
export interface Item {
  readonly id: string;
  /** Place in the order of taking. */
  readonly seq: number;
  /** Person whose it is: sent only while that person is signed in. */
  readonly owner: string;
  /** When it happened, epoch ms on the program's clock. */
  readonly at: number;
  /** When it was taken, epoch ms on this phone's clock, by which the queue waits and reckons what is late. */
  readonly queuedAt: number;
  readonly work: Work;
  /** What the form held, to go back to it. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly photos: Readonly<Record<string, readonly PhotoRef[]>>;
  /** What it is about, for the list. */
  readonly title: string;
  /** Sentence with the time on the spot, put at the end of the words of what is sent late. */
  readonly late: string;
  /** Whether it came from a group's message, which wants a reply. */
  readonly group: boolean;
  /** Idempotency-Key. */
  readonly key: string;
  readonly state: State;
  /** How often it was tried; an answer to another try than the last says nothing. */
  readonly attempts: number;
  /** Answers in a row in which the server itself failed. */
  readonly faults: number;
  /** Whether some try under this key may have arrived without an answer. */
  readonly uncertain: boolean;
  /** When the first try under this key went out: the server forgets keys. */
  readonly firstTried?: number;
  /** The body as it first went out; the same key always carries the same body. */
  readonly frozen?: string;
}

/** How one try ended. */
export type Outcome =
  | { readonly kind: 'sent'; readonly arrived: Arrived }
  | { readonly kind: 'refused'; readonly reason: Reason }
  /** No answer; `may` it have arrived? `waitMs` where the server said how long. */
  | { readonly kind: 'lost'; readonly may: boolean; readonly waitMs?: number }
  /** The server failed (5xx) or is overrun. */
  | { readonly kind: 'fault'; readonly reason: Reason }
  | { readonly kind: 'signedOut' }
  /** The case moved on in a way that does not touch this: go again on the version it has now. */
  | { readonly kind: 'moved'; readonly version: number }
  /** The server no longer has the photos: they go again. */
  | { readonly kind: 'photosGone'; readonly reason: Reason };

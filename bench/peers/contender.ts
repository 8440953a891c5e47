import type { Client as Connection } from 'pg';

/** One request over HTTP. */
export interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Status of a good answer. */
  readonly status: number;
}

export const acts = ['create', 'read', 'list'] as const;
export type Act = (typeof acts)[number];

/** A program at work in a database of its own, with a stock of tickets in it. */
export interface Contender {
  readonly name: string;
  /** Versions of the program and of what it runs on. */
  readonly version: string;
  readonly url: string;
  /** The process above all of its processes. */
  readonly pid: number;
  /** To its database, as the owner of everything. */
  readonly db: Connection;
  /** The nth call of a kind, as a signed-in clerk: a new ticket, any one of those in stock, the newest page. */
  readonly call: (act: Act, nth: number) => Call;
  /** Fills its stock up to so many tickets, by SQL, from one that was made through its API. */
  fillTo(count: number): Promise<void>;
  /** Ends once no work is left that a request gave it for later. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/** What all of them are given: where the database lies, a folder to leave things in, and whom to tell. */
export interface Setting {
  /** Owner's address of the cluster. */
  readonly cluster: string;
  readonly folder: string;
  readonly say: (line: string) => void;
}

/** How many workers a contender may have, and how many connections it is asked over. */
export const workers = 2;
/** Tickets on a page of the list. */
export const pageSize = 25;

/** Words of the nth ticket: of the same length for everybody. */
export const wordsOf = (nth: number): { readonly title: string; readonly text: string } => ({
  title: '小区门口路灯不亮',
  text: `小区门口路灯不亮三天了，晚上老人出门看不清 ${String(nth).padStart(9, '0')}`,
});

import { setTimeout as wait } from 'node:timers/promises';
import { caseRoutes, type StaffCommand } from '@gezhi/contract/cases/index';
import { county } from '../demonstration/cast.ts';
import { type Client, openClient } from '../client.ts';
import { signIn } from '../demonstration/sign-in.ts';
import { plainPicture, sendPicture } from '../send-picture.ts';
import { insist, type Insistent, newTally, type Tally } from './insist.ts';
import { type ChaosPlace, password } from './place.ts';

/** A report whose filer got an answer. */
export interface ReportTold {
  /** Its description, which is its Idempotency-Key too: no two are the same. */
  readonly words: string;
  readonly id: string;
  readonly number: string;
  readonly picture?: string;
  readonly letter: boolean;
}

/** A command that was answered. `words` are in the event it made, for those that carry words. */
export interface CommandTold {
  readonly id: string;
  readonly type: StaffCommand['type'];
  readonly words?: string;
}

/** Residents, a desk and a body at work. */
export interface ChaosLoad {
  readonly reports: readonly ReportTold[];
  readonly commands: readonly CommandTold[];
  readonly tally: Tally;
  /** @throws what somebody broke off with */
  check(): void;
  /** Lets everybody finish what they are at and wait; answers once all do. */
  pause(): Promise<void>;
  goOn(): void;
  end(): Promise<void>;
}

const betweenMs = 150;

export interface LoadPlan {
  readonly filers: number;
  /** Whether some leave a number and expect a letter: an older version may write none. */
  readonly letters?: boolean;
}

/** Somebody signed in at each server, before anything breaks: a try to sign in that is cut short counts as a wrong one. */
async function signedIn(urls: readonly string[], username: string, tally: Tally): Promise<Insistent> {
  const clients = new Map<string, Client>();
  for (const url of urls) clients.set(url, await signIn(url, username, password));
  return insist(urls, tally, (url) => clients.get(url) ?? openClient(url));
}

/** Starts so many residents. Each files report after report, some with a picture, and some are worked on to the end. */
export async function startLoad(
  urls: readonly string[],
  place: ChaosPlace,
  { filers, letters = true }: LoadPlan,
): Promise<ChaosLoad> {
  const reports: ReportTold[] = [];
  const commands: CommandTold[] = [];
  const tally = newTally();
  const failures: unknown[] = [];
  const atDesk = await signedIn(urls, 'desk', tally);
  const atBody = await signedIn(urls, 'body', tally);
  let going = true;
  let gate = Promise.withResolvers<void>();
  gate.resolve();
  let atWork = 0;
  let idle = Promise.withResolvers<void>();

  async function picture(words: string): Promise<string | undefined> {
    // What finds no room is left out after a few tries: a resident would rather report without it.
    for (let tries = 0; tries < 3; tries += 1) {
      const url = urls[tries % urls.length] ?? '';
      const id = await sendPicture(url, county.code, plainPicture(words.length % 256)).catch(() => undefined);
      if (id !== undefined && id !== '') return id;
      await wait(betweenMs);
    }
    return undefined;
  }

  async function file(resident: Insistent, words: string, ordinal: number): Promise<string> {
    const photo = ordinal % 5 === 0 ? await picture(words) : undefined;
    const letter = letters && ordinal % 3 === 0;
    const body = {
      description: words,
      category: '01020401',
      place: { area: county.code },
      ...(photo !== undefined && { photos: [photo] }),
      ...(letter && { contact: { phone: `138${String(10_000_000 + (reports.length % 90_000_000))}` } }),
    };
    const { id, number, quarantined } = await resident.do((client) =>
      client.call(caseRoutes.file, { body, key: `chaos-${words}` }),
    );
    // While a flood is on a report waits for the desk, and nobody is written to before.
    reports.push({ words, id, number, letter: letter && !quarantined, ...(photo !== undefined && { picture: photo }) });
    return id;
  }

  async function command(who: Insistent, id: string, body: StaffCommand, words?: string): Promise<void> {
    await who.do((client) =>
      client.call(caseRoutes.command, { params: { id }, body, key: `chaos-${id}-${body.type}`, ifMatch: '*' }),
    );
    commands.push({ id, type: body.type, ...(words !== undefined && { words }) });
  }

  async function workOn(id: string, words: string): Promise<void> {
    await command(atDesk, id, { type: 'accept' });
    await command(atDesk, id, { type: 'note', text: `noted ${words}`, public: false, photos: [] }, `noted ${words}`);
    await command(atDesk, id, { type: 'dispatch', lead: { kind: 'org', org: place.org }, supporting: [] });
    await command(atBody, id, { type: 'acknowledge' });
    await command(atBody, id, { type: 'finish', note: `done ${words}`, photos: [] }, `done ${words}`);
  }

  async function oneFiler(name: number): Promise<void> {
    const resident = insist(urls, tally);
    for (let ordinal = 1; ; ordinal += 1) {
      await gate.promise;
      if (!going) return;
      atWork += 1;
      const words = `report-${name}-${ordinal}`;
      const id = await file(resident, words, ordinal);
      if (ordinal % 4 === 0) await workOn(id, words);
      atWork -= 1;
      if (atWork === 0) idle.resolve();
      await wait(betweenMs);
    }
  }

  const work = Array.from({ length: filers }, (_, index) =>
    oneFiler(index + 1).catch((error: unknown) => {
      failures.push(error);
      idle.resolve();
    }),
  );
  const check = () => {
    if (failures.length > 0) throw failures[0];
  };
  return {
    reports,
    commands,
    tally,
    check,
    pause: async () => {
      gate = Promise.withResolvers();
      idle = Promise.withResolvers();
      if (atWork > 0) await idle.promise;
      check();
    },
    goOn: () => gate.resolve(),
    end: async () => {
      going = false;
      gate.resolve();
      await Promise.all(work);
    },
  };
}

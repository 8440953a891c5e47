import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessRoutes } from '@gezhi/contract/access/index';
import { type Client, openClient } from '../client.ts';
import { signIn } from '../demonstration/sign-in.ts';
import { gezhi } from '../gezhi.ts';
import type { Making } from '../own-demonstration.ts';
import { newFolder, startServer } from '../own-server.ts';

/** A division to begin with: its code is its place in the tree. */
export interface Division {
  readonly code: string;
  readonly name: string;
}

/** Counties that stand, each with its administrator signed in. */
export interface OnCounties {
  readonly url: string;
  readonly password: string;
  readonly admins: ReadonlyMap<string, Client>;
}

const password = 'a-password-of-a-passing-server';

const sheet = (rows: readonly Division[]): string =>
  `code,name\n${rows.map(({ code, name }) => `${code},${name}\n`).join('')}`;

/** A deployment begins like this: divisions from a list and a first administrator for each county, from the machine itself. */
async function found(dataDir: string, counties: readonly string[], divisions: readonly Division[], more: Making) {
  const run = (...args: readonly string[]): Promise<string> => gezhi(args, dataDir, more.settings);
  const of = (length: number) => divisions.filter(({ code }) => code.length === length);
  const [streets, villages] = [join(dataDir, 'streets.csv'), join(dataDir, 'villages.csv')];
  writeFileSync(streets, sheet(of(9)));
  writeFileSync(villages, sheet(of(12)));
  await run('import', 'divisions', '--streets', streets, '--villages', villages);
  const links = new Map<string, string>();
  for (const county of counties) {
    links.set(
      county,
      await run('user', 'create', '--county', county, '--name', '管理员', '--username', `admin-${county}`),
    );
  }
  return links;
}

/** Starts a server of several counties in a temporary folder, does the work, and clears it away. */
export async function onCounties<Result>(
  counties: readonly string[],
  divisions: readonly Division[],
  work: (on: OnCounties) => Promise<Result>,
  more: Making = {},
): Promise<Result> {
  const folder = newFolder();
  try {
    const links = await found(folder.path, counties, divisions, more);
    const server = await startServer(folder.path, more.settings ?? {});
    more.say?.(`server at ${server.url}`);
    try {
      const admins = new Map<string, Client>();
      for (const [county, link] of links) {
        const token = new URL(link).pathname.split('/').at(-1) ?? '';
        await openClient(server.url).call(accessRoutes.useLink, { params: { token }, body: { password } });
        admins.set(county, await signIn(server.url, `admin-${county}`, password));
      }
      const result = await work({ url: server.url, password, admins });
      await server.stop();
      return result;
    } catch (error) {
      await server.kill();
      throw error;
    }
  } finally {
    folder.remove();
  }
}

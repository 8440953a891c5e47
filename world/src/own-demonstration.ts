import { auditChains } from './audit-chains.ts';
import { fillDemonstration } from './demonstration/index.ts';
import type { BuiltPlace } from './hecheng/index.ts';
import { newFolder, startServer } from './own-server.ts';

/** A demonstration that lasts as long as the work on it. */
export interface OwnDemonstration {
  readonly url: string;
  readonly password: string;
}

const password = 'a-password-of-a-passing-server';

export interface Making {
  /** More of the server's environment, such as its database. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Told what is being done. */
  readonly say?: (line: string) => void;
}

/**
 * Starts a server in a temporary folder, fills it with a place but no matters, does the work, stops the server, walks
 * every chain, and clears the folder away.
 */
export async function onOwnDemonstration<Result>(
  place: BuiltPlace,
  work: (demonstration: OwnDemonstration) => Promise<Result>,
  { settings = {}, say = () => undefined }: Making = {},
): Promise<{ readonly result: Result; readonly audited: string }> {
  const folder = newFolder();
  try {
    const server = await startServer(folder.path, settings);
    say(`server at ${server.url}`);
    try {
      const setupToken = await server.setUpToken();
      await fillDemonstration({ url: server.url, setupToken, password, place, scene: false });
      say('filled');
      const result = await work({ url: server.url, password });
      await server.stop();
      return { result, audited: await auditChains(folder.path, settings) };
    } catch (error) {
      await server.kill();
      throw error;
    }
  } finally {
    folder.remove();
  }
}

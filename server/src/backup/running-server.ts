import { once } from 'node:events';
import { chmod, rm } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { openFiles } from '../files/open-files.ts';
import type { Base } from '../open-deps.ts';
import { backUp } from './back-up.ts';
import { BackupFailed } from './manifest.ts';
import { summaryOf } from './summary.ts';

/**
 * Where a running server listens for commands of its own machine: a socket that only its own user may open. Needed
 * with the embedded database alone, which no second process can read.
 */
const socketOf = (dataDir: string): string => join(dataDir, 'commands.sock');

const asked = z.strictObject({ backup: z.string().min(1) });
const answered = z.union([z.object({ done: z.string() }), z.object({ failed: z.string() })]);
const mostCharacters = 10_000;

type Serving = Pick<Base, 'config' | 'db' | 'keys' | 'log'>;

async function answerTo({ config, db, keys, log }: Serving, question: string): Promise<z.output<typeof answered>> {
  try {
    const { backup } = asked.parse(JSON.parse(question));
    const { blobs } = await openFiles(config);
    const manifest = await backUp({ database: db, blobs, keys }, backup, new Date().toISOString());
    return { done: summaryOf(manifest) };
  } catch (error) {
    if (!(error instanceof BackupFailed)) log.error({ err: error }, 'a backup failed');
    return { failed: error instanceof Error ? error.message : 'failed' };
  }
}

/** One question a connection: a line of JSON, answered by another. */
function converse(serving: Serving, socket: Socket): void {
  let heard = '';
  socket.setEncoding('utf8');
  socket.on('error', () => undefined);
  socket.on('data', (piece: string) => {
    heard += piece;
    if (heard.length > mostCharacters) socket.destroy();
    if (!heard.includes('\n')) return;
    socket.removeAllListeners('data');
    void answerTo(serving, heard).then((answer) => socket.end(JSON.stringify(answer)));
  });
}

/** Listens for commands where the database is this process's own. Answers how to stop. */
export async function hearCommands(serving: Serving): Promise<() => Promise<void>> {
  const { config, db, log } = serving;
  if (!db.profile.alone) return () => Promise.resolve();
  const path = socketOf(config.dataDir);
  // Left by a server that was killed; the lock on the folder says that none is alive.
  await rm(path, { force: true });
  const server = createServer((socket) => converse(serving, socket));
  try {
    server.listen(path);
    await once(server, 'listening');
    await chmod(path, 0o600);
  } catch (error) {
    // Such as a path too long for a socket: backups then need the server stopped, as they say.
    log.warn({ err: error }, 'commands of this machine cannot reach the server');
    return () => Promise.resolve();
  }
  return async () => {
    server.close();
    await rm(path, { force: true });
  };
}

/**
 * Has the server that holds a data folder back itself up into a folder. Answers its summary, or undefined where no
 * server listens. @throws BackupFailed with what it says
 */
export async function askForBackup(dataDir: string, folder: string): Promise<string | undefined> {
  const socket = connect(socketOf(dataDir));
  try {
    await once(socket, 'connect');
  } catch {
    return undefined;
  }
  socket.write(`${JSON.stringify({ backup: folder })}\n`);
  const said = await text(socket);
  if (said === '') throw new BackupFailed('the server ended before the backup was whole');
  const answer = answered.parse(JSON.parse(said));
  if ('failed' in answer) throw new BackupFailed(answer.failed);
  return answer.done;
}

import { type Actor, may } from '@gezhi/domain/access/index';
import type { FastifyReply } from 'fastify';
import { refuse, type Refusal } from '../refusal.ts';
import type { Staff, WorkDeps } from './deps.ts';
import type { SheetKind } from './kind.ts';

/** Media types of files that go out. */
export const sheetTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** The member of staff who asks. @throws Error where the route lets in anybody else */
export function staffIn(actor: Actor): Staff {
  if (actor.kind !== 'staff') throw new Error('the route admits others than staff');
  return actor;
}

/** A kind that the asker may read or write, as asked. */
export function kindFor(
  deps: Pick<WorkDeps, 'kinds'>,
  actor: Staff,
  code: string,
  way: 'read' | 'write',
): SheetKind | Refusal {
  const kind = deps.kinds.get(code);
  if (kind === undefined) return refuse('sheet.kind.notFound');
  return may(actor, kind.permission[way]) ? kind : refuse('sheet.forbidden');
}

/** Sends a file under a name that every browser understands. */
export async function sendFile(
  reply: FastifyReply,
  name: string,
  format: 'xlsx' | 'csv',
  bytes: Buffer,
): Promise<undefined> {
  const plain = name.replace(/[^\w.-]+/g, '_');
  await reply
    .header('content-type', sheetTypes[format])
    .header('content-length', bytes.length)
    .header(
      'content-disposition',
      `attachment; filename="${plain}.${format}"; filename*=UTF-8''${encodeURIComponent(`${name}.${format}`)}`,
    )
    .header('cache-control', 'no-store')

    .send(bytes);
  return undefined;
}

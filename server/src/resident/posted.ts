import type { FastifyRequest } from 'fastify';
import { largestUpload } from '@gezhi/contract/files/routes';
import type { KeepPhoto } from '../files/keep-photo.ts';
import { isRefusal } from '../refusal.ts';
import { type Fields, mostPhotos } from './report-values.ts';

/** A form that was posted, as a browser without a script sends it. */
export interface Posted {
  readonly fields: Fields;
  /** Ids of the photos that came with it and were kept. */
  readonly kept: readonly string[];
  /** Names of the files that are no photos we can use. */
  readonly refused: readonly string[];
  /** Whether more photos came than a report may have. */
  readonly tooMany: boolean;
}

const limits = { files: 2 * mostPhotos, fileSize: largestUpload, fields: 60, fieldSize: 60_000, parts: 90 };

/**
 * Reads a posted form, its photos included. They are read one after the other, so that memory holds one.
 * @param county whose photos they are
 */
export async function readPosted(
  request: FastifyRequest,
  keepPhoto: KeepPhoto,
  county: string | undefined,
): Promise<Posted> {
  if (!request.isMultipart()) return { fields: plainFields(request.body), kept: [], refused: [], tooMany: false };
  const fields = new Map<string, string[]>();
  const kept: string[] = [];
  const refused: string[] = [];
  let tooMany = false;
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') {
      if (typeof part.value === 'string')
        fields.set(part.fieldname, [...(fields.get(part.fieldname) ?? []), part.value]);
      continue;
    }
    // A file field left alone is sent as an empty file without a name.
    const bytes = await readWhole(part.file);
    if (part.filename === '' || part.filename === undefined) continue;
    const room = mostPhotos - kept.length - (fields.get('photo')?.length ?? 0);
    if (room <= 0) tooMany = true;
    else if (bytes === undefined || county === undefined) refused.push(part.filename);
    else {
      const id = await keepPhoto(county, bytes);
      if (isRefusal(id)) refused.push(part.filename);
      else kept.push(id);
    }
  }
  return { fields, kept, refused, tooMany };
}

/** The bytes of one file; undefined where it is larger than allowed (the rest is read and dropped). */
async function readWhole(file: NodeJS.ReadableStream & { readonly truncated: boolean }): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  for await (const part of file) parts.push(part as Buffer);
  return file.truncated ? undefined : Buffer.concat(parts);
}

function plainFields(body: unknown): Fields {
  if (typeof body !== 'object' || body === null) return new Map();
  return new Map(
    Object.entries(body).map(([name, value]) => [
      name,
      (Array.isArray(value) ? value : [value]).map((one) => String(one)),
    ]),
  );
}

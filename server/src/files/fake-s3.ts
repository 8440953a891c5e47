import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

interface Stored {
  readonly bytes: Buffer;
  readonly type: string;
  readonly meta: Readonly<Record<string, string>>;
}

/** As much of S3 as our two clients use, in memory, for tests: objects, listing, uploads in parts. */
export interface FakeS3 {
  readonly endpoint: string;
  readonly objects: ReadonlyMap<string, Stored>;
  close(): Promise<void>;
}

const etagOf = (bytes: Buffer) => `"${createHash('md5').update(bytes).digest('hex')}"`;

function metaOf(request: IncomingMessage): Record<string, string> {
  const entries = Object.entries(request.headers).filter(([name]) => name.startsWith('x-amz-meta-'));
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

/** Starts one on a free port; `bucket` is the only bucket. */
export async function startFakeS3(bucket: string): Promise<FakeS3> {
  const objects = new Map<string, Stored>();
  const parts = new Map<string, Map<number, Buffer>>();
  const opened = new Map<string, Omit<Stored, 'bytes'> & { readonly key: string }>();
  let count = 0;

  const xml = (response: ServerResponse, body: string) =>
    response.writeHead(200, { 'content-type': 'application/xml' }).end(`<?xml version="1.0"?>${body}`);
  const missing = (response: ServerResponse, code = 'NoSuchKey') =>
    response.writeHead(404, { 'content-type': 'application/xml' }).end(`<Error><Code>${code}</Code></Error>`);

  function list(response: ServerResponse, query: URLSearchParams): void {
    const prefix = query.get('prefix') ?? '';
    const keys = [...objects.keys()].filter((key) => key.startsWith(prefix)).toSorted();
    const start = Number(query.get('continuation-token') ?? 0);
    const shown = keys.slice(start, start + 2);
    const next = start + 2 < keys.length ? `<NextContinuationToken>${start + 2}</NextContinuationToken>` : '';
    xml(
      response,
      `<ListBucketResult>${shown.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('')}${next}</ListBucketResult>`,
    );
  }

  function multipart(
    request: IncomingMessage,
    response: ServerResponse,
    key: string,
    query: URLSearchParams,
    bytes: Buffer,
  ): void {
    const id = query.get('uploadId') ?? '';
    const held = parts.get(id);
    if (request.method === 'POST' && query.has('uploads')) {
      count += 1;
      opened.set(String(count), { key, type: String(request.headers['content-type']), meta: metaOf(request) });
      parts.set(String(count), new Map());
      return void xml(
        response,
        `<InitiateMultipartUploadResult><UploadId>${count}</UploadId></InitiateMultipartUploadResult>`,
      );
    }
    if (held === undefined) return void missing(response, 'NoSuchUpload');
    if (request.method === 'PUT') {
      held.set(Number(query.get('partNumber')), bytes);
      return void response.writeHead(200, { etag: etagOf(bytes) }).end();
    }
    const sorted = [...held].toSorted(([one], [other]) => one - other);
    if (request.method === 'GET') {
      const listed = sorted.map(
        ([number, part]) =>
          `<Part><PartNumber>${number}</PartNumber><ETag>${etagOf(part)}</ETag><Size>${part.length}</Size></Part>`,
      );
      return void xml(
        response,
        `<ListPartsResult>${listed.join('')}<IsTruncated>false</IsTruncated></ListPartsResult>`,
      );
    }
    const about = opened.get(id);
    parts.delete(id);
    if (request.method === 'DELETE' || about === undefined) return void response.writeHead(204).end();
    objects.set(about.key, { ...about, bytes: Buffer.concat(sorted.map(([, part]) => part)) });
    return void xml(response, '<CompleteMultipartUploadResult><ETag>"x"</ETag></CompleteMultipartUploadResult>');
  }

  function object(request: IncomingMessage, response: ServerResponse, key: string, bytes: Buffer): void {
    const found = objects.get(key);
    if (request.method === 'PUT') {
      objects.set(key, { bytes, type: String(request.headers['content-type']), meta: metaOf(request) });
      return void response.writeHead(200, { etag: etagOf(bytes) }).end();
    }
    if (request.method === 'DELETE') {
      objects.delete(key);
      return void response.writeHead(204).end();
    }
    if (found === undefined) return void missing(response);
    response.writeHead(200, { 'content-length': found.bytes.length, 'content-type': found.type, ...found.meta });
    return void response.end(request.method === 'HEAD' ? undefined : found.bytes);
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://s3');
    const bytes = await buffer(request);
    const key = decodeURIComponent(url.pathname.slice(bucket.length + 2));
    const query = url.searchParams;
    if (request.method === 'POST' && query.has('delete')) {
      for (const [, name = ''] of bytes.toString().matchAll(/<Key>([^<]+)<\/Key>/g)) objects.delete(name);
      xml(response, '<DeleteResult/>');
    } else if (request.method === 'GET' && query.has('uploads')) {
      xml(response, '<ListMultipartUploadsResult><IsTruncated>false</IsTruncated></ListMultipartUploadsResult>');
    } else if (key === '') list(response, query);
    else if (query.has('uploads') || query.has('uploadId')) multipart(request, response, key, query, bytes);
    else object(request, response, key, bytes);
  }

  const server: Server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

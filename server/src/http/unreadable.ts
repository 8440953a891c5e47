import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { problemOf } from './problem.ts';
import { bareHeaders } from './security.ts';

/** What Node cannot even read as a request, by the code of its error. */
const byNode: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: 'http.headersTooLarge',
  ERR_HTTP_REQUEST_TIMEOUT: 'http.tooSlow',
};

/**
 * Answers bytes that never became a request with their problem document, and closes the line. There is no request and so
 * no language to answer in but the first.
 */
export function answerUnreadable(newId: () => string, error: { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  const requestId = newId();
  const code = byNode[error.code ?? ''] ?? 'http.unreadable';
  const problem = problemOf({ code }, { requestId, locale: 'zh-CN' });
  const body = Buffer.from(JSON.stringify(problem));
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}`,
    'Connection: close',
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${body.length}`,
    ...Object.entries(bareHeaders).map(([name, value]) => `${name}: ${value}`),
    `X-Request-Id: ${requestId}`,
  ];
  socket.end(Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]));
}

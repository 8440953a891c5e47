import { sheetRoutes, type SheetRun } from '@gezhi/contract/sheets/index';
import { say } from '@gezhi/contract/words/index';
import { addressOf } from '../../api/address.ts';
import type { Problem, Result } from '../../api/call.ts';
import { keptLocale } from '../../words/locale.tsx';

/** Sends the bytes of a file to be checked. `key` stays the same while one file is tried again. */
export async function sendFile(kind: string, file: File, key: string): Promise<Result<SheetRun>> {
  try {
    const response = await fetch(addressOf(sheetRoutes.upload.path, { kind }, { name: file.name.slice(0, 200) }), {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        'accept-language': keptLocale(),
        'content-type': 'application/octet-stream',
        'idempotency-key': key,
      },
      body: file,
    });
    const body: unknown = await response.json();
    return response.ok
      ? { ok: true, value: body as SheetRun, etag: undefined }
      : { ok: false, problem: body as Problem };
  } catch {
    return { ok: false, problem: unreachable() };
  }
}

function unreachable(): Problem {
  const locale = keptLocale();
  return {
    type: 'about:blank',
    title: say(locale, 'ui.failed.title'),
    detail: say(locale, 'ui.failed.offline'),
    status: 0,
    code: 'unreachable',
    requestId: '',
  };
}

import { uploadsPath } from '@gezhi/contract/files/routes';

/** How an upload goes. */
export type UploadState =
  | { readonly kind: 'going'; readonly share: number }
  | { readonly kind: 'done'; readonly id: string }
  | { readonly kind: 'failed'; readonly status: number };

/**
 * Sends one file by tus, in pieces that survive a bad line; it goes on where it stopped when the same file is sent
 * again. Answers a function that stops it.
 * @param county whose file it is, where nobody is signed in
 */
export function upload(file: File, onState: (state: UploadState) => void, county?: string): () => void {
  let stopped = false;
  let stop = (): void => undefined;
  const start = async (): Promise<void> => {
    // Only who takes a photo needs it, and it weighs as much as a page.
    const { Upload } = await import('tus-js-client');
    const sending = new Upload(file, {
      endpoint: uploadsPath,
      chunkSize: 1024 * 1024,
      retryDelays: [0, 1000, 3000, 8000, 20_000],
      removeFingerprintOnSuccess: true,
      metadata: { filename: file.name, filetype: file.type, ...(county === undefined ? {} : { county }) },
      onProgress: (sent, total) => onState({ kind: 'going', share: total === 0 ? 0 : sent / total }),
      onSuccess: () => onState({ kind: 'done', id: sending.url?.split('/').at(-1) ?? '' }),
      onError: (error) => onState({ kind: 'failed', status: statusOf(error) }),
    });
    stop = () => void sending.abort();
    const [previous] = await sending.findPreviousUploads();
    if (stopped) return;
    if (previous !== undefined) sending.resumeFromPreviousUpload(previous);
    sending.start();
  };
  start().catch(() => onState({ kind: 'failed', status: 0 }));
  return () => {
    stopped = true;
    stop();
  };
}

/** The HTTP status an upload failed with; 0 where no answer came. */
function statusOf(error: unknown): number {
  if (typeof error !== 'object' || error === null || !('originalResponse' in error)) return 0;
  const response = error.originalResponse as { getStatus(): number } | null;
  return response?.getStatus() ?? 0;
}

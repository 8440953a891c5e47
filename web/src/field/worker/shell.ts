/** Addresses of the app's files, each once. */
export const fileList = (files: readonly string[]): readonly string[] => [...new Set(files)];

/**
 * The page as it is kept on the phone: without the nonce of the answer it came with, which is good for one answer only.
 * Scripts and styles of the app are files, so it needs none.
 */
export async function shellOf(page: Response): Promise<Response> {
  const policy = page.headers.get('content-security-policy') ?? '';
  const nonces = [...policy.matchAll(/'nonce-([^']+)'/g)].flatMap(([, nonce]) => nonce ?? []);
  let text = await page.text();
  for (const nonce of nonces) text = text.replaceAll(nonce, '');
  const headers = new Headers(page.headers);
  headers.set('content-security-policy', policy.replaceAll(/ 'nonce-[^']+'/g, ''));
  for (const name of ['content-encoding', 'content-length', 'set-cookie']) headers.delete(name);
  return new Response(text, { status: 200, headers });
}

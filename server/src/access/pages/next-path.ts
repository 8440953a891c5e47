/** Where somebody goes after signing in when nothing else was asked for. */
export const home = '/desk';

const somewhere = 'http://gezhi.invalid';

/**
 * The path to go on to after signing in: only within this site. Anything else (another origin, `//host`, a backslash
 * that browsers read as a slash, a scheme) leads home.
 */
export function nextPath(asked: unknown): string {
  if (typeof asked !== 'string' || asked.length > 2000 || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(asked)) return home;
  if (!URL.canParse(asked, somewhere)) return home;
  const url = new URL(asked, somewhere);
  const path = `${url.pathname}${url.search}${url.hash}`;
  return url.origin === somewhere && !path.startsWith('//') ? path : home;
}

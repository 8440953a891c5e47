import { everyRoute } from '@gezhi/contract/routes';
import { Refused } from '../client.ts';
import { signIn } from '../demonstration/sign-in.ts';
import { password } from './place.ts';

/** Streams have no end. */
const endless = new Set(['live.stream']);

/**
 * Asks as the administrator for everything that needs no more than its address: each must be answered in its own shape.
 * What wants to be told more refuses, which counts as nothing.
 */
export async function askEverything(
  url: string,
): Promise<{ readonly asked: number; readonly wrong: readonly string[] }> {
  const admin = await signIn(url, 'admin', password);
  const wrong: string[] = [];
  let asked = 0;
  for (const route of everyRoute) {
    if (route.method !== 'GET' || route.path.includes(':') || endless.has(route.name)) continue;
    try {
      const answer = await admin.call(route);
      asked += 1;
      const read = route.answer?.safeParse(answer);
      if (read?.success === false) wrong.push(`${route.name}: ${read.error.message}`);
    } catch (error) {
      if (!(error instanceof Refused) || error.status >= 500) wrong.push(`${route.name}: ${String(error)}`);
    }
  }
  return { asked, wrong };
}

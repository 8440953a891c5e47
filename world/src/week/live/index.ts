import { checkFigures } from './check-figures.ts';
import { checkMatters } from './check-matters.ts';
import { checkOrders, checkStories } from './check-stories.ts';
import type { Finding } from './finding.ts';
import { lookAtWeek } from './look.ts';
import { playWeek } from './play.ts';
import { setStage } from './stage.ts';

export type { Finding } from './finding.ts';
export { tableOf } from './table.ts';

/**
 * Plays the week of the design on a filled demonstration without matters of its own, through the public API, and says
 * of everything the design writes what the program says. Leaves the clock standing at the end of the week.
 */
export async function liveWeek(
  url: string,
  password: string,
  say?: (line: string) => void,
): Promise<readonly Finding[]> {
  const stage = await setStage(url, password);
  const looked = await lookAtWeek(stage, await playWeek(stage, say));
  return [...checkMatters(looked), ...checkOrders(looked), ...checkStories(looked), ...checkFigures(looked)];
}

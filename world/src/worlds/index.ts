import type { Making } from '../own-demonstration.ts';
import { guigang } from './guigang.ts';
import { kaiyuan } from './kaiyuan.ts';
import { onCounties } from './on-counties.ts';
import { suichuan } from './suichuan.ts';
import type { World } from './world.ts';

/** The places of the published reports by name. */
export const worlds = { guigang, kaiyuan, suichuan } as const satisfies Record<string, World>;
export type WorldName = keyof typeof worlds;

export const isWorldName = (name: string): name is WorldName => Object.hasOwn(worlds, name);

/** Builds a world on a server of its own and counts it through the API. */
export async function countWorld(name: WorldName, making: Making = {}): Promise<Readonly<Record<string, unknown>>> {
  const { counties, divisions, build, count } = worlds[name];
  return onCounties(
    counties,
    divisions,
    async ({ admins }) => {
      await build(admins, making.say ?? (() => undefined));
      return count(admins);
    },
    making,
  );
}

import type { Making } from '../own-demonstration.ts';
import { guigang } from './guigang.ts';
import { kaiyuan } from './kaiyuan.ts';
import { onCounties, type OnCounties } from './on-counties.ts';
import { suichuan } from './suichuan.ts';
import type { World } from './world.ts';

/** The places of the published reports by name. */
export const worlds = { guigang, kaiyuan, suichuan } as const satisfies Record<string, World>;
export type WorldName = keyof typeof worlds;

export const isWorldName = (name: string): name is WorldName => Object.hasOwn(worlds, name);

/** Builds a world on a server of its own and does work on it. */
export function onWorld<Result>(
  name: WorldName,
  work: (on: OnCounties) => Promise<Result>,
  making: Making = {},
): Promise<Result> {
  const { counties, divisions, build } = worlds[name];
  return onCounties(
    counties,
    divisions,
    async (on) => {
      await build(on.admins, making.say ?? (() => undefined));
      return work(on);
    },
    making,
  );
}

/** Builds a world and counts it through the API. */
export const countWorld = (name: WorldName, making: Making = {}): Promise<Readonly<Record<string, unknown>>> =>
  onWorld(name, ({ admins }) => worlds[name].count(admins), making);

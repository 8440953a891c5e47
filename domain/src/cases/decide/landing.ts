import { deskAbove, deskAt, deskOver, type Desk } from '../body.ts';
import type { Context } from '../context.ts';

/** The desk a matter lands on. */
export interface Landing {
  readonly desk: Desk;
  /** A complaint about this area should have gone above it, but nothing is there: a fault. */
  readonly noneAbove?: string;
}

/**
 * The desk of the area that contains the place; undefined outside all. A complaint about that desk, a desk above it
 * or a body that serves them goes one level above what is complained about.
 */
export function landingOf(context: Context, area: string, about: string | undefined): Landing | undefined {
  const { desks } = context;
  const home = deskAt(desks, area);
  if (!home || about === undefined) return home && { desk: home };
  const isDesk = desks.some((desk) => desk.area === about);
  const spared = isDesk ? about : context.bodyAreas.get(`org:${about}`);
  if (spared === undefined || !home.area.startsWith(spared)) return { desk: home };
  const above = isDesk ? deskAbove(desks, spared) : deskOver(desks, spared);
  return above ? { desk: above } : { desk: home, noneAbove: spared };
}

import { expect, it } from 'vitest';
import { everyRoute } from '../../contract/src/routes.ts';
import { fuzz } from '../../world/src/fuzz/index.ts';

it('whatever is sent to any route: no failure of the server, no silence, a problem document for each refusal, every chain whole', async () => {
  const found = await fuzz({ calls: everyRoute.length * 12, seed: 20_261_122 });
  expect(found.faults).toEqual([]);
  expect(found.uncalled).toEqual([]);
  // The run reached the work itself, and was not refused at the door.
  expect(found.neverWell.length).toBeLessThan(everyRoute.length * 0.6);
  for (const said of found.audited) expect(said).toMatch(/^\d+ cases, \d+ events, 0 broken$/);
}, 900_000);

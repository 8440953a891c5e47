import { Refused } from '../../world/src/client.ts';
import { fillDemonstration, grid } from '../../world/src/demonstration/index.ts';
import { buildHecheng, partOfPlace } from '../../world/src/hecheng/index.ts';
import type { OwnServer } from '../../world/src/own-server.ts';

const tries = 5;

/** Puts the demonstration's people and one grid on an empty program; a filling that broke off because it was busy goes on. */
export async function populate(server: OwnServer, password: string): Promise<void> {
  const place = partOfPlace(buildHecheng(), grid);
  let setupToken: string | undefined = await server.setUpToken();
  for (let at = 1; ; at += 1) {
    try {
      await fillDemonstration({ url: server.url, setupToken, password, place, scene: false });
      return;
    } catch (error) {
      if (!(error instanceof Refused) || error.status !== 503 || at === tries) throw error;
      // The county is set up by the first call of all.
      if (!error.message.startsWith('access.setup')) setupToken = undefined;
    }
  }
}

import type { StaffCommand } from '@gezhi/contract/cases/index';
import type { Case } from '@gezhi/domain/cases/index';
import type { Trx } from '../database/index.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import { apply } from './apply-command.ts';
import type { Commanding, Locked } from './commanding.ts';
import type { CaseDeps } from './deps.ts';
import { fileCase } from './file-case.ts';
import { placeGiven } from './place-given.ts';
import { lockCase } from './store.ts';

/** Files the children of a case and hands the case itself to its desk, in one transaction. */
export async function splitCase(
  deps: CaseDeps,
  trx: Trx,
  commanding: Commanding,
  locked: Locked,
  given: Extract<StaffCommand, { type: 'split' }>,
): Promise<Case | Refusal> {
  const parent = locked.found;
  const ids = given.children.map(() => deps.newId());
  // Decided first: a refusal must not come after children were written.
  const after = await apply(deps, trx, commanding, locked, { type: 'split', reason: given.reason, children: ids });
  if (isRefusal(after)) return after;
  for (const [index, child] of given.children.entries()) {
    const asked = {
      crs: 'WGS84' as const,
      area: parent.area,
      ...((child.point ?? parent.point) ? { point: child.point ?? parent.point } : {}),
      address: child.address ?? parent.address,
    };
    const place = await placeGiven(
      deps,
      trx,
      commanding.county,
      asked as Parameters<typeof placeGiven>[3],
      commanding.actor,
    );
    if (isRefusal(place)) return place;
    const filed = await fileCase(deps, trx, {
      ...commanding,
      id: ids[index] ?? deps.newId(),
      given: {
        description: child.description,
        category: child.category,
        photos: [],
        onBehalf: false,
        hideFromHandler: false,
        urgency: parent.urgency,
      },
      channel: 'desk',
      place,
      contact: {},
      phoneVerified: false,
      quarantined: false,
      parent: parent.id,
      reporter: parent.report.reporter,
    });
    if (isRefusal(filed)) return filed;
  }
  await lockCase(trx, commanding.county, parent.id);
  return after;
}

import type { caseRoutes } from '@gezhi/contract/cases/index';
import type { BodyOf, ParamsOf } from '@gezhi/contract/route';
import type { Call } from '../http/index.ts';
import { createSubject } from '../people/index.ts';
import { isRefusal, refuse } from '../refusal.ts';
import { apply } from './apply-command.ts';
import { endDueClocks } from './due-clocks.ts';
import { countedAddress } from './gauges.ts';
import { contactOf, residentOf } from './resident-of.ts';
import type { CaseServing } from './serving.ts';
import { insertSupport, lockCase } from './store.ts';

type SupportCall = Call<ParamsOf<typeof caseRoutes.support>, unknown, BodyOf<typeof caseRoutes.support>>;

/**
 * Somebody says "me too". Whoever can see a case on the public map or near their place may; the program itself writes
 * it, because they may not see the case. Told when it closes, if they left a way.
 */
export async function supportCase({ deps }: CaseServing, call: SupportCall) {
  const { id } = call.params;
  const contact = contactOf(call.body.contact);
  if (isRefusal(contact)) return contact;
  const resident = residentOf(deps, call.request, contact.phone);
  const { device } = call.body;
  const key =
    resident.phoneIndex !== undefined
      ? `phone:${resident.phoneIndex}`
      : `device:${deps.keys.hmac('device', device ?? deps.newId())}`;
  const address = countedAddress(deps.config, call.request.ip);
  for (const { code: county } of deps.places.served()) {
    const rules = await deps.rules(county, deps.clock.now());
    // A device is what a browser says it is: from one address only so many count, the rest are noted.
    const byDevice = () =>
      device !== undefined &&
      (address === undefined || !deps.gauges.address.passed(`${address} ${id}`, Date.now(), rules.flood.perAddress));
    const directory = await deps.directory(county);
    const said = await call.once({ county, system: true }, async (trx) => {
      const locked = await lockCase(trx, county, id);
      if (!locked || locked.quarantined || locked.found.report.about !== undefined) return refuse('case.notFound');
      const commanding = { county, id, actor: call.actor, rules, directory };
      const verified = resident.phoneIndex !== undefined || byDevice();
      const current = await endDueClocks(deps, trx, commanding, locked);
      const after = await apply(deps, trx, commanding, current, { type: 'support', key, verified });
      if (isRefusal(after)) return after;
      const at = new Date(deps.clock.now()).toISOString();
      const own = { at, phoneVerified: resident.verified, language: call.locale, ...contact };
      const left = { county, area: after.area, caseId: id, ...own };
      const subject = Object.keys(contact).length > 0 ? await createSubject(trx, deps.keys, left) : undefined;
      await insertSupport(trx, { county, case_id: id, supporter: key, verified, subject: subject?.id ?? null, at });
      return { supporters: after.supporters.filter((one) => one.verified).length, counted: verified };
    });
    if (!isRefusal(said) || said.code !== 'case.notFound') return said;
  }
  return refuse('case.notFound');
}

import { randomInt, timingSafeEqual } from 'node:crypto';
import { say } from '@gezhi/contract/words/index';
import { parsePhone } from '@gezhi/domain/people/index';
import { newId } from '../new-id.ts';
import { phoneIndexOf } from '../people/index.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type AccessDeps, everywhere, iso, systemOf } from './deps.ts';
import {
  confirmVerification,
  countVerificationTry,
  findVerification,
  insertVerification,
  listSent,
} from './phone-verification-store.ts';
import { makeResidentToken } from './resident-token.ts';

const minute = 60_000;
/** A code is good for ten minutes and five tries. */
const codeMs = 10 * minute;
const triesAllowed = 5;
/** To one number: one code a minute, five an hour, ten a day. */
const sendLimits = [
  [minute, 1],
  [60 * minute, 5],
  [24 * 60 * minute, 10],
] as const;

type VerifyDeps = Pick<AccessDeps, 'db' | 'clock' | 'keys' | 'config' | 'outbox'>;

function hashOf(deps: VerifyDeps, id: string, code: string): string {
  return deps.keys.hmac('phone code', `${id} ${code}`);
}

/** Sends a six-digit code to a mobile phone. */
export async function sendPhoneCode(
  deps: VerifyDeps,
  input: { readonly phone: string; readonly county?: string | undefined },
): Promise<{ readonly id: string; readonly expires: string } | Refusal> {
  const phone = parsePhone(input.phone);
  if (phone?.kind !== 'mobile')
    return refuse('phone.mobile.invalid', { errors: [{ path: 'phone', code: 'phone.mobile' }] });
  const county = input.county ?? deps.config.defaultCounty;
  if (county === undefined) return refuse('county.unknown');
  const now = deps.clock.now();
  const phoneIndex = phoneIndexOf(deps.keys, phone.number);
  const id = newId();
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  return deps.db.transaction<{ readonly id: string; readonly expires: string } | Refusal>(
    systemOf(county),
    async (trx) => {
      const sent = await listSent(trx, county, phoneIndex, iso(now - 24 * 60 * minute));
      const over = sendLimits.some(
        ([span, most]) => sent.filter((one) => Date.parse(one.made_at) > now - span).length >= most,
      );
      if (over) return refuse('phone.tooMany');
      const expires = iso(now + codeMs);
      await insertVerification(trx, {
        county,
        id,
        phone_index: phoneIndex,
        code_hash: hashOf(deps, id, code),
        tries: 0,
        made_at: iso(now),
        expires_at: expires,
        confirmed_at: null,
      });
      const text = say('zh-CN', 'access.phone.codeText', { code, minutes: codeMs / minute });
      await deps.outbox.send(trx, { county, kind: 'sms', to: phone.number, text });
      return { id, expires };
    },
  );
}

/** Exchanges a code for a token that proves the phone. */
export async function confirmPhoneCode(
  deps: VerifyDeps,
  input: { readonly id: string; readonly code: string },
): Promise<{ readonly token: string; readonly expires: string } | Refusal> {
  const now = deps.clock.now();
  // Answered as a value: a refusal would roll the counted try back.
  const row = await deps.db.transaction(everywhere, async (trx) => {
    const found = await findVerification(trx, input.id);
    if (found === undefined || now >= Date.parse(found.expires_at)) return undefined;
    return (await countVerificationTry(trx, found.county, found.id, triesAllowed)) ? found : undefined;
  });
  if (row === undefined) return refuse('phone.code.gone');
  const given = Buffer.from(hashOf(deps, input.id, input.code));
  if (!timingSafeEqual(given, Buffer.from(row.code_hash))) return refuse('phone.code.invalid');
  await deps.db.transaction(systemOf(row.county), (trx) => confirmVerification(trx, row.county, input.id, iso(now)));
  return makeResidentToken(deps, row.phone_index);
}

import type { Config } from '../config/index.ts';
import { emailOver } from './email.ts';
import type { Gateway } from './gateway.ts';
import { smsOver } from './sms.ts';

export { type Gateway, NotDelivered } from './gateway.ts';

/** The ways out that are set up. */
export interface Gateways {
  readonly sms?: Gateway;
  readonly email?: Gateway;
}

/** The gateways of the settings. */
export function openGateways({ sms, mail }: Pick<Config, 'sms' | 'mail'>): Gateways {
  return { ...(sms && { sms: smsOver(sms) }), ...(mail && { email: emailOver(mail) }) };
}
export { openPush, type PushGateway } from './push/push.ts';
export * from './import-cases/index.ts';
export * from './open311/index.ts';

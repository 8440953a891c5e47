import type { SmsSettings } from '../config/index.ts';
import { type Gateway, type Message, NotDelivered } from './gateway.ts';

const patienceMs = 10_000;

/** Puts the message into the texts of the template, which is parsed first so that no text can break out of its place. */
function filled(template: unknown, message: Message): unknown {
  if (typeof template === 'string') {
    return template.replaceAll(/\{(to|text)\}/g, (_, name: string) => (name === 'to' ? message.to : message.text));
  }
  if (Array.isArray(template)) return template.map((part: unknown) => filled(part, message));
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(Object.entries(template).map(([key, part]) => [key, filled(part, message)]));
}

/** Short messages by a provider that takes a POST of JSON; which fields it wants is a setting. */
export function smsOver(settings: SmsSettings): Gateway {
  const template: unknown = JSON.parse(settings.body);
  const { authorization } = settings;
  return {
    send: async ({ to, ...rest }) => {
      // Providers here take mobiles of the mainland without the country code.
      const message = { ...rest, to: to.replace(/^\+86(?=1)/, '') };
      const answer = await fetch(settings.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) },
        body: JSON.stringify(filled(template, message)),
        signal: AbortSignal.timeout(patienceMs),
      }).catch((error: unknown) => {
        throw new NotDelivered('unreachable', error);
      });
      await answer.body?.cancel();
      if (!answer.ok) throw new NotDelivered(`status ${answer.status}`);
    },
  };
}

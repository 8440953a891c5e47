import type { Transporter } from 'nodemailer';
import { type Gateway, NotDelivered } from './gateway.ts';

const patienceMs = 10_000;

/** E-mail over SMTP. */
export function emailOver(settings: { readonly url: string; readonly from: string }): Gateway {
  let opened: Promise<Transporter> | undefined;
  const open = async () =>
    (await import('nodemailer')).createTransport({
      url: settings.url,
      connectionTimeout: patienceMs,
      greetingTimeout: patienceMs,
      socketTimeout: patienceMs,
    });
  return {
    send: async ({ to, subject, text }) => {
      try {
        opened ??= open();
        await (await opened).sendMail({ from: settings.from, to, subject, text });
      } catch (error) {
        throw new NotDelivered(codeOf(error), error);
      }
    },
  };
}

/** Nodemailer's own code (ECONNECTION, EAUTH, EENVELOPE …), never its message, which may hold the address. */
function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unreachable';
}

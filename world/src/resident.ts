import { accessRoutes, residentTokenHeader } from '@gezhi/contract/access/index';
import { noticeRoutes } from '@gezhi/contract/notices/index';
import { type Client, openClient } from './client.ts';

/** The code sent to a phone, read in the outbox of the demonstration as its administrator can. */
async function codeSentTo(admin: Client, phone: string): Promise<string> {
  const shown = `${phone.slice(0, 3)}****${phone.slice(-4)}`;
  const { rows } = await admin.call(noticeRoutes.outbox, { query: { kind: 'sms', limit: 20 } });
  const text = rows.find((row) => row.secret && row.recipient === shown)?.text;
  const code = /\d{6}/.exec(text ?? '')?.[0];
  if (code === undefined) throw new Error(`no code was sent to ${shown}`);
  return code;
}

/** A resident at their phone, who has shown that it is theirs. */
export async function openResident(url: string, admin: Client, phone: string): Promise<Client> {
  const client = openClient(url);
  const { id } = await client.call(accessRoutes.verifyPhone, { body: { phone } });
  const { token } = await client.call(accessRoutes.confirmPhone, {
    body: { id, code: await codeSentTo(admin, phone) },
  });
  return {
    call: (route, parts) =>
      client.call(route, { ...parts, headers: { ...parts?.headers, [residentTokenHeader]: token } }),
  };
}

import { accessRoutes } from '@gezhi/contract/access/index';
import { type Client, openClient } from '../client.ts';

/** Signs in with a name and password. */
export async function signIn(url: string, username: string, password: string): Promise<Client> {
  const client = openClient(url);
  await client.call(accessRoutes.signIn, { body: { username, password } });
  return client;
}

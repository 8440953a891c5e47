import { accessRoutes } from '@gezhi/contract/access/index';
import { peopleRoutes } from '@gezhi/contract/people/index';
import { type Client, openClient } from '../client.ts';
import { county } from '../demonstration/cast.ts';
import { signIn } from '../demonstration/sign-in.ts';

export const password = 'a-password-of-a-passing-server';
const since = '2020-01-01T00:00:00+08:00';

/** A county with a desk and one body, each with somebody at work. */
export interface ChaosPlace {
  /** Id of the body that matters are sent to. */
  readonly org: string;
}

async function addStaff(
  url: string,
  admin: Client,
  username: string,
  post: { readonly role: string; readonly area?: string; readonly org?: string },
): Promise<void> {
  const person = await admin.call(peopleRoutes.createPerson, {
    body: { name: '韦小芳', area: county.code },
    key: `chaos-person-${username}`,
  });
  await admin.call(peopleRoutes.givePost, {
    body: { person: person.id, ...post, from: since },
    key: `chaos-post-${username}`,
  });
  const { link } = await admin.call(accessRoutes.invite, { body: { person: person.id, username } });
  const token = new URL(link, url).pathname.split('/').at(-1) ?? '';
  await openClient(url).call(accessRoutes.useLink, { params: { token }, body: { password } });
}

/** Sets an empty server up. */
export async function setUpPlace(url: string, setUpToken: string): Promise<ChaosPlace> {
  const administrator = { username: 'admin', name: '管理员', password };
  await openClient(url).call(accessRoutes.setup, { body: { token: setUpToken, county, administrator } });
  const admin = await signIn(url, 'admin', password);
  // The first post begins with the set-up; the clock here begins earlier.
  const { person } = await admin.call(accessRoutes.whoAmI);
  await admin.call(peopleRoutes.givePost, {
    body: { person: person.id, role: 'administrator', area: county.code, from: since },
    key: 'chaos-post-admin',
  });
  const { id: org } = await admin.call(peopleRoutes.createOrganisation, {
    body: { name: '城管局', kind: 'department', area: county.code },
    key: 'chaos-body',
  });
  await addStaff(url, admin, 'desk', { role: 'dispatcher', area: county.code });
  await addStaff(url, admin, 'body', { role: 'department-clerk', org });
  return { org };
}

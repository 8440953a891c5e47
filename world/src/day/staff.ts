import type { CaseRow, CaseView } from '@gezhi/contract/cases/index';
import { peopleRoutes } from '@gezhi/contract/people/index';
import type { Client } from '../client.ts';
import { bodies, members } from '../demonstration/cast.ts';
import { signIn } from '../demonstration/sign-in.ts';

type NamedBody = NonNullable<CaseRow['lead']>;
/** A body as commands name it. */
export type Body =
  | { readonly kind: 'org'; readonly org: string }
  | { readonly kind: 'desk' | 'grid'; readonly area: string };

/** The staff of the demonstration at work. */
export interface Staff {
  readonly admin: Client;
  /** Usernames of those who can work on cases. */
  readonly names: readonly string[];
  client(username: string): Client;
  /** Usernames of those who stand for a body; empty where nobody with an account does. */
  standFor(body: NamedBody): readonly string[];
  /** Every body that somebody stands for. */
  readonly bodies: readonly Body[];
  /** Whether somebody is at work at an hour of the day: desks and departments keep office hours, others do not. */
  atWork(username: string, hour: number): boolean;
}

export const bodyOf = ({ kind, id }: NamedBody): Body => (kind === 'org' ? { kind, org: id } : { kind, area: id });

const aroundTheClock = new Set(['bing', 'worker', 'micro', 'ding', 'paichusuo', 'jiaojing', 'gongshui']);
const idle = new Set(['assessor']);

/** Signs in everybody who works on cases. */
export async function openStaff(url: string, password: string): Promise<Staff> {
  const admin = await signIn(url, 'admin', password);
  const { rows } = await admin.call(peopleRoutes.listOrganisations, { query: { limit: 200 } });
  const idOf = (key: string) =>
    rows.find(({ name }) => name === bodies.find((body) => body.key === key)?.name)?.id ?? '';
  const working = members.filter(({ username }) => !idle.has(username));
  const clients = new Map<string, Client>();
  for (const { username } of working) clients.set(username, await signIn(url, username, password));
  const deskRoles = new Set(['commander', 'dispatcher', 'community-clerk', 'duty-clerk']);
  return {
    admin,
    names: working.map(({ username }) => username),
    client: (username) => {
      const client = clients.get(username);
      if (!client) throw new Error(`nobody signs in as ${username}`);
      return client;
    },
    standFor: ({ kind, id }) =>
      working
        .filter(({ role, area, alsoIn, body }) => {
          if (kind === 'org') return body !== undefined && idOf(body) === id;
          return (area === id || alsoIn === id) && deskRoles.has(role) === (kind === 'desk');
        })
        .map(({ username }) => username),
    bodies: working.flatMap(({ role, area, body }): Body[] => {
      if (body !== undefined) return [{ kind: 'org', org: idOf(body) }];
      return area !== undefined && role === 'small-grid-chief' ? [{ kind: 'grid', area }] : [];
    }),
    atWork: (username, hour) => aroundTheClock.has(username) || (hour >= 8 && hour < 12) || (hour >= 14 && hour < 18),
  };
}

/** Those who may have something to do with a case, whoever owns its next step first. */
export function concernedWith(
  staff: Staff,
  view: Pick<CaseView, 'next' | 'workOrders' | 'asks' | 'orders' | 'desk' | 'homeDesk'>,
) {
  const desk = ({ code, name }: { code: string; name: string }): NamedBody => ({ kind: 'desk', id: code, name });
  const involved = [
    ...(view.next ? [view.next.owner] : []),
    ...view.workOrders.map(({ body }) => body),
    ...view.asks.filter(({ judgedAt }) => judgedAt === undefined).map(({ judge }) => desk(judge)),
    ...view.orders.filter(({ answeredAt }) => answeredAt === undefined).map(({ to }) => desk(to)),
    desk(view.desk),
    desk(view.homeDesk),
  ];
  // The grid's chief checks what happened in the grid.
  return [...new Set([...involved.flatMap((body) => staff.standFor(body)), 'ding'])];
}

import { caseRoutes } from '@gezhi/contract/cases/index';
import type { Client } from '../../world/src/client.ts';
import { grid } from '../../world/src/demonstration/index.ts';
import { patient } from '../stage/patient.ts';

/** What is wrong, with its category on the duty list and the body that answers. */
export const matters = [
  ['路灯不亮好几天了，晚上老人出门看不清', '01020401', 'chengguan'],
  ['井盖破了一角，车一过就响，怕有人踩空', '01020402', 'chengguan'],
  ['人行道地砖松动，下雨踩上去溅一身泥', '01020403', 'zhujian'],
  ['垃圾桶满了没人清运，味道很大', '01021401', 'chengguan'],
  ['摊位占了整条人行道，推婴儿车只能走马路', '01020201', 'chengguan'],
  ['墙上贴满小广告，铲了又贴', '01020202', 'chengguan'],
  ['烧烤店排风对着窗户，半夜还在响', '04020301', 'paichusuo'],
  ['顶楼漏水，物业说要动用维修基金，一直没有下文', '01100301', 'zhujian'],
  ['想加装电梯，不知道找谁', '01021202', 'guicheng'],
  ['私家车停在单元门口，轮椅出不去', '01021203', 'jiaojing'],
  ['自来水停了一上午，没有接到通知', '01021601', 'gongshui'],
] as const;

/** Stands in the words of a template where its copies name buildings of their own. */
export const namedPlace = '荷城';

type Command = { readonly type: string; readonly [more: string]: unknown };
type Step = (body: string, lead: unknown) => readonly [who: string, command: Command];

const accept: Step = () => ['jia', { type: 'accept' }];
const dispatch: Step = (_, lead) => ['jia', { type: 'dispatch', lead }];
const acknowledge: Step = (body) => [body, { type: 'acknowledge' }];
const contact: Step = (body) => [body, { type: 'contact', note: '已电话联系，告知处理安排' }];
const finish: Step = (body) => [body, { type: 'finish', note: '现场处理完毕' }];
const verify: Step = () => ['yi', { type: 'verify', pass: true, note: '现场已看，问题解决' }];

/** Every step of a matter that goes well. */
export const steps: readonly Step[] = [accept, dispatch, acknowledge, contact, finish, verify];

/** Staff of the demonstration, signed in. */
export type Desk = ReadonlyMap<string, Client>;

/** The one who answers for a matter, as a command names it. */
export function leadOf(routing: { readonly lead: { readonly kind: string; readonly id: string } }): unknown {
  const { kind, id } = routing.lead;
  return { kind, ...(kind === 'org' ? { org: id } : { area: id }) };
}

/** Gives so many of the steps on a case. */
export async function giveSteps(desk: Desk, id: string, body: string, lead: unknown, count: number): Promise<void> {
  for (const [at, step] of steps.slice(0, count).entries()) {
    const [who, command] = step(body, lead);
    const given = { params: { id }, body: command as never, ifMatch: '*', key: `step-${at}-${id}` };
    await patient(() => get(desk, who).call(caseRoutes.command, given));
  }
}

/** @throws Error when nobody signed in by that name */
export function get(desk: Desk, who: string): Client {
  const client = desk.get(who);
  if (!client) throw new Error(`nobody signed in as ${who}`);
  return client;
}

/** A matter reported by a resident; the answer names the case. */
export function file(client: Client, [words, category]: readonly [string, string, string], where: string, key: string) {
  const description = `${namedPlace}${where}${words}`;
  const body = { category, description, place: { area: grid } };
  return patient(() => client.call(caseRoutes.file, { key, body }));
}

/**
 * Real matters through the program, from which the stock is copied: each kind of matter after each of its steps, the last of
 * them closed and rated.
 */
export async function makeTemplates(resident: Client, desk: Desk): Promise<void> {
  for (const [kind, matter] of matters.entries()) {
    const [, , body] = matter;
    for (let state = 0; state <= steps.length; state += 1) {
      const filed = await file(resident, matter, `小区${kind + 1}栋${state + 1}单元`, `template-${kind}-${state}`);
      const { routing } = await get(desk, 'jia').call(caseRoutes.get, { params: { id: filed.id } });
      await giveSteps(desk, filed.id, body, leadOf(routing), state);
      if (state === steps.length) {
        await resident.call(caseRoutes.followCommand, {
          params: { code: filed.followCode },
          body: { type: 'rate', answered: true, solved: 'yes', satisfied: 'fairly' },
          key: `template-rate-${kind}`,
        });
      }
    }
  }
}

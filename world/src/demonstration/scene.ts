import { caseRoutes } from '@gezhi/contract/cases/index';
import { type Client, openClient } from '../client.ts';
import { buildHecheng } from '../hecheng/index.ts';
import { grid, stairwells } from './cast.ts';
import { signIn } from './sign-in.ts';

type Command = { readonly type: string; readonly [more: string]: unknown };
type Step = readonly [who: string, command: Command];

interface Matter {
  readonly words: string;
  readonly category: string;
  /** Where: the number of a landmark, of all or of those in the grid whose chief and worker have accounts. */
  readonly landmark: number;
  readonly inOwnGrid?: boolean;
  /** Who reports it as staff; a resident otherwise. */
  readonly by?: string;
  readonly solved?: string;
  readonly steps: readonly Step[];
  readonly rating?: { readonly solved: 'yes' | 'partly' | 'no'; readonly satisfied: 'very' | 'fairly' | 'no' };
}

const accept: Step = ['jia', { type: 'accept' }];
/** To whom the duty list sends it. */
const dispatch: Step = ['jia', { type: 'dispatch', lead: 'suggested' }];
const toFinished = (body: string, note: string): readonly Step[] => [
  accept,
  dispatch,
  [body, { type: 'acknowledge' }],
  [body, { type: 'contact', note: '已电话联系，告知处理安排' }],
  [body, { type: 'finish', note }],
];
const pass: Step = ['yi', { type: 'verify', pass: true, note: '现场已看，问题解决' }];

/** A handful of matters in different states, so that no page of the demonstration is empty. */
const matters: readonly Matter[] = [
  {
    words: '小区门口路灯不亮三天了，晚上老人出门看不清',
    category: '01020401',
    landmark: 3,
    steps: [...toFinished('chengguan', '更换灯泡和镇流器，已恢复照明'), pass],
    rating: { solved: 'yes', satisfied: 'very' },
  },
  {
    words: '人行道地砖松动，下雨踩上去溅一身泥',
    category: '01020403',
    landmark: 9,
    steps: toFinished('zhujian', '已重新铺设 6 平方米地砖'),
  },
  {
    words: '楼道三楼堆满旧家具，挡住消防栓',
    category: '01021201',
    landmark: 14,
    by: 'worker',
    solved: '已和住户一起搬走，楼道畅通',
    steps: [],
  },
  {
    words: '夜市摊位占了整条人行道，推婴儿车只能走马路',
    category: '01020201',
    landmark: 21,
    steps: [
      accept,
      [
        'jia',
        {
          type: 'summon',
          bodies: ['chengguan', 'shijian', 'jiaojing'],
          summonsKind: 'joint',
          reason: '占道、无证、违停，一家解决不了',
        },
      ],
      ['chengguan', { type: 'reportIn' }],
      ['shijian', { type: 'reportIn' }],
    ],
  },
  {
    words: '顶楼漏水，物业说要动用维修基金，一直没有下文',
    category: '01100301',
    landmark: 27,
    steps: [accept, dispatch, ['zhujian', { type: 'acknowledge' }]],
  },
  { words: '自来水停了一上午，没有接到通知', category: '01021601', landmark: 33, steps: [accept, dispatch] },
  { words: '单元门口贴满小广告，铲了又贴', category: '01020202', landmark: 38, steps: [accept] },
  {
    words: '有流浪狗追小孩，放学时间最多',
    category: '10030201',
    landmark: 44,
    steps: [accept, ['jia', { type: 'assignToDesk' }]],
  },
  { words: '消防通道被几辆私家车长期占着', category: '13080901', landmark: 50, steps: [] },
  {
    words: '七旬老人多，想给 5 栋加装电梯',
    category: '01021202',
    landmark: 55,
    steps: [accept, dispatch, ['guicheng', { type: 'acknowledge' }]],
  },
  {
    words: '垃圾桶满了没人清运，味道很大',
    category: '01021401',
    landmark: 60,
    steps: [...toFinished('chengguan', '已清运，并增加一个收集点'), pass],
    rating: { solved: 'partly', satisfied: 'fairly' },
  },
  { words: '楼下烧烤店排风对着窗户，半夜还在响', category: '04020301', landmark: 66, steps: [] },
  // What the grid itself clears: one to take on, one under way, one for its chief to check.
  {
    words: '三楼拐角堆着旧沙发和纸箱，轮椅过不去',
    category: stairwells,
    landmark: 2,
    inOwnGrid: true,
    steps: [accept, dispatch],
  },
  {
    words: '一楼门厅停满电动车，堵住出口',
    category: stairwells,
    landmark: 5,
    inOwnGrid: true,
    steps: [accept, dispatch, ['worker', { type: 'acknowledge' }]],
  },
  {
    words: '顶楼平台有人堆废品，怕着火',
    category: stairwells,
    landmark: 8,
    inOwnGrid: true,
    steps: [
      accept,
      dispatch,
      ['worker', { type: 'acknowledge' }],
      ['worker', { type: 'finish', note: '和住户一起清走了，平台已锁好' }],
    ],
  },
];

async function give(
  desk: ReadonlyMap<string, Client>,
  orgs: ReadonlyMap<string, string>,
  id: string,
  [who, command]: Step,
): Promise<void> {
  const client = desk.get(who);
  if (!client) throw new Error(`nobody signs in as ${who}`);
  const body = (key: string) => ({ kind: 'org' as const, org: orgs.get(key) ?? '' });
  const view = await client.call(caseRoutes.get, { params: { id } });
  const { lead } = view.routing;
  const filled: Command = {
    ...command,
    ...(command['lead'] === 'suggested' && {
      lead: { kind: lead.kind, ...(lead.kind === 'org' ? { org: lead.id } : { area: lead.id }) },
    }),
    ...(Array.isArray(command['bodies']) && { bodies: (command['bodies'] as string[]).map(body) }),
  };
  await client.call(caseRoutes.command, { params: { id }, body: filled as never, ifMatch: `"${view.version}"` });
}

/** Plays a handful of matters on the filled demonstration. `orgs` are the bodies' ids by key. */
export async function playScene(url: string, password: string, orgs: ReadonlyMap<string, string>): Promise<number> {
  const names = new Set(
    matters.flatMap((matter) => [...matter.steps.map(([who]) => who), ...(matter.by === undefined ? [] : [matter.by])]),
  );
  const signedIn = new Map<string, Client>();
  for (const name of names) signedIn.set(name, await signIn(url, name, password));
  const { landmarks } = buildHecheng();
  const own = landmarks.filter((landmark) => landmark.area.startsWith(grid));
  for (const [index, matter] of matters.entries()) {
    const among = matter.inOwnGrid === true ? own : landmarks;
    const where = among[matter.landmark % among.length];
    const reporter = matter.by === undefined ? openClient(url) : signedIn.get(matter.by);
    if (!where || !reporter) continue;
    const filed = await reporter.call(caseRoutes.file, {
      key: `demonstration-case-${index}`,
      body: {
        description: matter.words,
        category: matter.category,
        channel: matter.by === undefined ? 'resident' : 'field',
        place: { point: [...where.point] as [number, number], address: `${where.name}附近` },
        ...(matter.by === undefined && { contact: { phone: `1380013${String(8000 + index)}` } }),
        ...(matter.solved !== undefined && { solved: { note: matter.solved, photos: [] } }),
      },
    });
    for (const step of matter.steps) await give(signedIn, orgs, filed.id, step);
    if (matter.rating) {
      const { followCode: code } = filed;
      await openClient(url).call(caseRoutes.followCommand, {
        params: { code },
        body: { type: 'rate', answered: true, ...matter.rating },
      });
    }
  }
  return matters.length;
}

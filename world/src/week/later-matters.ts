import { matter, report, say, type WeekStep } from './step.ts';

const meToo = { kind: 'meToo' } as const;

/** Matters 7 to 12 of the week in 荷城社区, line by line as the design tells them. */
export const laterMatters: readonly WeekStep[] = [
  ...matter(
    '7',
    ['11-20T22:15', 'bing', report('04020301', '楼下烧烤店排风半夜还在响', { channel: 'hotline', onBehalfOf: 'R7' })],
    ['11-20T22:18', 'bing', say.accept],
    ['11-20T22:20', 'bing', say.dispatchTo('paichusuo')],
    ['11-20T22:31', 'paichusuo', say.acknowledge],
    ['11-20T22:50', 'paichusuo', say.contact('到场劝阻')],
    ['11-21T09:00', 'neighbour of R7', meToo],
    ['11-21T22:40', 'R7', { type: 'raiseAgain', text: '今晚又响了' }],
    ['11-22T10:00', 'another neighbour of R7', meToo],
    ['11-22T23:05', 'R7', { type: 'raiseAgain', text: '还是没人管' }],
    ['11-23T11:00', 'street', say.answer('so.1', '已约谈店主，限期整改')],
  ),
  ...matter(
    '8a',
    ['11-20T15:00', 'R8', report('01020202', '单元门口贴满小广告')],
    ['11-20T15:30', 'jia', say.accept],
    ['11-20T15:40', 'jia', say.dispatchTo('chengguan')],
    ['11-20T16:05', 'chengguan', say.acknowledge],
    ['11-23T10:00', 'chengguan', say.finish('已铲除')],
    ['11-24T09:00', 'yi', say.pass],
  ),
  ...matter(
    '8b',
    ['11-20T15:20', 'R9', report('01020202', '楼道里全是小广告')],
    ['11-20T16:00', 'jia', { type: 'merge', into: '8a', reason: '同一处小广告' }],
    ['11-20T16:30', 'jia', { type: 'unmerge', reason: '是另一栋楼' }],
    ['11-20T17:10', 'yi', { type: 'reject', reason: '该楼由物业自行清理，已转告' }],
    ['11-23T09:00', 'R9', { type: 'appeal', reason: '物业不管' }],
    ['11-23T15:00', 'street', say.judge('ask.1', false, '物业合同已约定清理')],
  ),
  ...matter(
    '9',
    ['11-20T15:30', 'R10', report('01021401', '垃圾堆在路口没人清运')],
    ['11-20T15:50', 'jia', say.accept],
    ['11-20T16:00', 'jia', say.dispatchTo('chengguan')],
    ['11-20T16:20', 'chengguan', say.acknowledge],
    ['11-20T17:00', 'chengguan', say.contact()],
    ['11-23T10:00', 'chengguan', say.finish('已清运')],
    ['11-23T15:00', 'ding', say.fail('墙角还有一堆')],
    ['11-24T09:00', 'chengguan', say.finish('已全部清运')],
    ['11-24T11:00', 'ding', say.pass],
    ['11-24T20:00', 'R10', { type: 'rate', answered: true, solved: 'no', satisfied: 'no' }],
    ['11-25T09:00', 'R10', { type: 'askReopening', reason: '又堆满了' }],
    ['11-25T09:30', 'street', say.answer('so.1', '增设收集点，要求每日清运')],
    ['11-25T10:00', 'street', say.judge('ask.1', true, '重新办理')],
    ['11-25T10:05', 'jia', say.dispatchTo('chengguan')],
    ['11-25T10:30', 'chengguan', say.acknowledge],
  ),
  ...matter(
    '10',
    ['11-20T14:40', 'R11', report('10030201', '有流浪狗追小孩')],
    ['11-20T14:50', 'jia', say.accept],
    ['11-20T14:55', 'jia', { type: 'assignToDesk' }],
    ['11-20T15:10', 'jia', say.contact()],
    ['11-26T10:00', 'jia', say.finish('已联系收容，设置提示牌')],
    ['11-26T15:00', 'yi', say.pass],
  ),
  // 11: a phone with a position in another province.
  ...matter('none', [
    '11-20T15:45',
    'passer-by',
    {
      kind: 'reportOutside',
      report: { category: '010205', description: '路面破损', channel: 'resident', photos: 0, point: [116.397, 39.907] },
    },
  ]),
  ...matter(
    '12',
    ['11-20T16:20', 'R12', report('01021202', '老人多，想加装电梯')],
    ['11-20T16:40', 'jia', say.accept],
    ['11-20T17:00', 'jia', say.dispatchTo('guicheng')],
    ['11-20T17:30', 'guicheng', say.acknowledge],
    ['11-20T17:40', 'guicheng', say.contact()],
    // Level by level: to the street, and at once from there to the county.
    ['11-25T09:00', 'jia', { type: 'escalate', reason: '需跨部门审批' }],
    ['11-25T09:00', 'street', { type: 'escalate', reason: '需县区统筹资金' }],
  ),
];

import { matter, report, say, type WeekStep } from './step.ts';

const meToo = { kind: 'meToo' } as const;

/** Matters 1 to 6 of the week in 荷城社区, line by line as the design tells them. */
export const firstMatters: readonly WeekStep[] = [
  ...matter(
    '1',
    ['11-20T09:10', 'R1', report('01020401', '路灯不亮，晚上看不清路', { photos: 1 })],
    ['11-20T09:30', 'jia', say.accept],
    ['11-20T09:35', 'jia', say.dispatchTo('chengguan')],
    ['11-20T10:05', 'chengguan', say.acknowledge],
    ['11-20T11:00', 'chengguan', say.contact()],
    // 6: R6 starts a report at the same lamp and is shown this one.
    ['11-20T11:00', 'R6', meToo],
    ['11-24T16:00', 'chengguan', say.finish('更换灯泡，已恢复照明')],
    ['11-25T09:00', 'ding', say.pass],
    ['11-25T12:00', 'R1', { type: 'rate', answered: true, solved: 'yes', satisfied: 'very' }],
  ),
  ...matter(
    '2',
    [
      '11-20T19:40',
      'worker',
      report('01020402', '井盖缺失，路口很暗', { channel: 'field', urgency: 'urgent', photos: 1 }),
    ],
    ['11-20T19:42', 'bing', say.accept],
    ['11-20T19:43', 'bing', say.dispatchTo('chengguan')],
    ['11-20T19:44', 'chengguan', say.acknowledge],
    ['11-20T19:46', 'chengguan', { type: 'moving' }],
    ['11-20T19:52', 'chengguan', { type: 'arrived' }],
    ['11-20T21:00', 'chengguan', say.finish('已换新井盖')],
    ['11-21T08:30', 'yi', say.pass],
  ),
  ...matter(
    '3',
    [
      '11-20T10:20',
      'micro',
      report('01021201', '三楼楼道堆满杂物', { channel: 'field', photos: 2, solved: '已和住户一起搬走' }),
    ],
    ['11-20T10:50', 'yi', say.pass],
  ),
  ...matter(
    '4',
    ['11-20T13:50', 'R4', report('01020201', '夜市摊位占了整条人行道')],
    ['11-20T14:02', 'jia', say.accept],
    ['11-20T14:10', 'jia', say.summon('chengguan', 'shijian', 'jiaojing')],
    ['11-20T14:20', 'chengguan', say.reportIn],
    ['11-20T15:05', 'shijian', say.reportIn],
    ['11-20T15:30', 'jiaojing', say.reportIn],
    ['11-20T16:00', 'chengguan', say.contact()],
    ['11-25T11:00', 'chengguan', say.finish('已清退占道摊位')],
    ['11-25T15:00', 'shijian', say.finish('已查处无照经营')],
    ['11-26T09:30', 'street', say.answer('so.1', '交警大队人手不足，今日到位')],
    ['11-26T10:00', 'jiaojing', say.finish('已清理违停')],
    ['11-26T15:00', 'ding', say.pass],
    ['11-27T09:00', 'R4', { type: 'rate', answered: true, solved: 'yes', satisfied: 'fairly' }],
  ),
  ...matter(
    '5',
    ['11-20T09:20', 'R5', report('01100301', '顶楼漏水，物业一直没有下文')],
    ['11-20T09:40', 'jia', say.accept],
    ['11-20T09:50', 'jia', say.dispatchTo('zhujian')],
    ['11-20T10:30', 'zhujian', { type: 'handBack', reason: '属街道专班' }],
    ['11-20T10:40', 'jia', say.judge('ask.1', true, '同意退单')],
    ['11-20T11:00', 'jia', say.dispatchTo('guicheng')],
    ['11-20T11:20', 'guicheng', say.acknowledge],
    ['11-20T14:30', 'guicheng', say.contact()],
    ['11-23T08:30', 'guicheng', { type: 'askDeferral', reason: '等维修基金审批', until: '2026-11-25T09:00:00+08:00' }],
    ['11-23T09:00', 'county', say.judge('ask.2', true, '同意挂账')],
    ['11-30T17:00', 'guicheng', say.finish('已补漏，住户确认')],
  ),
];

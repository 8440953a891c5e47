import type { Category, EverydayCategory } from '@gezhi/domain/rules/index';

type Entry = readonly [code: string, zh: string, en: string, words: readonly string[]];

/**
 * What residents mostly report, in their words. All but the last have codes of their own below the taxonomy's
 * category they belong to, so that a duty list may name them or all of their kind.
 */
const entries: readonly Entry[] = [
  ['01020401', '路灯不亮', 'Street lamp out', ['灯', '照明', '灯杆']],
  ['01020402', '井盖缺失', 'Manhole cover missing', ['窨井', '下水道盖', '井盖破损', '井盖松动']],
  ['01020403', '道路破损', 'Damaged road', ['坑洼', '路面', '人行道', '地砖']],
  ['01021401', '垃圾堆放', 'Rubbish left about', ['垃圾', '垃圾桶', '建筑垃圾', '脏']],
  ['01021201', '楼道杂物', 'Things left in a stairwell', ['堆放', '楼梯', '走廊', '杂物']],
  ['13080901', '消防通道占用', 'Fire lane blocked', ['消防', '通道堵塞', '电动车充电', '飞线']],
  ['01020201', '占道经营', 'Trading on the pavement', ['摆摊', '流动摊贩', '夜市', '占道']],
  ['01020202', '小广告', 'Fly-posting', ['牛皮癣', '张贴', '涂写']],
  ['04020301', '夜间噪音', 'Noise at night', ['噪声', '扰民', '广场舞', '施工噪音', 'KTV']],
  ['01100301', '物业漏水', 'Leak in a managed building', ['漏水', '渗水', '屋顶', '下水管', '物业']],
  ['01021202', '加装电梯', 'Adding a lift', ['电梯', '旧楼', '装电梯']],
  ['01021203', '停车难', 'Parking', ['乱停车', '车位', '违停', '停车']],
  ['01021601', '停水、水压低', 'Water supply', ['供水', '自来水', '水质']],
  ['01021501', '停电、线路', 'Power supply', ['供电', '电线', '跳闸']],
  ['01030201', '违章搭建', 'Unpermitted building', ['违建', '搭棚', '加盖']],
  ['10030201', '流浪狗', 'Stray dogs', ['流浪犬', '狗', '犬只', '流浪猫']],
  ['010205', '其他', 'Something else', ['别的', '不知道']],
];

/** The everyday categories that are not in the taxonomy, as categories. */
export const everydayCategories: readonly Category[] = entries
  .filter(([code]) => code.length > 6)
  .map(([code, zh, en]) => ({ code, name: { zh, en } }));

/** The short list shown to residents. */
export const everydayList: readonly EverydayCategory[] = entries.map(([code, zh, en, words]) => ({
  code,
  name: { zh, en },
  words,
}));

/** What is reported in a day, in the words of those who report it; categories of the everyday list. */
export const matters: readonly { readonly category: string; readonly words: readonly string[] }[] = [
  { category: '01020401', words: ['路灯不亮，晚上看不清路', '小区门口的灯坏了三天'] },
  { category: '01020402', words: ['井盖缺失，很危险', '井盖翘起来了，车过就响'] },
  { category: '01020403', words: ['人行道地砖松动', '路面有个大坑'] },
  { category: '01021401', words: ['垃圾堆在路口没人清运', '垃圾桶满了，味道很大'] },
  { category: '01021201', words: ['楼道堆满杂物', '三楼走廊放着旧家具'] },
  { category: '13080901', words: ['消防通道被车占着', '消防车道上停满电动车'] },
  { category: '01020201', words: ['摊位占了整条人行道', '夜市摆到马路上了'] },
  { category: '01020202', words: ['单元门口贴满小广告', '电梯里又贴了小广告'] },
  { category: '04020301', words: ['楼下烧烤店半夜还在响', '广场舞音量太大'] },
  { category: '01100301', words: ['顶楼漏水，物业没有下文', '下水管渗水到楼下'] },
  { category: '01021202', words: ['老人多，想加装电梯'] },
  { category: '01021203', words: ['小区停车难，通道被堵'] },
  { category: '01021601', words: ['自来水停了一上午', '水压太低，五楼上不去'] },
  { category: '01021501', words: ['一停电就是半天', '电线垂下来了'] },
  { category: '01030201', words: ['楼顶在搭铁皮棚'] },
  // A kind that the duty list lacks: a gap.
  { category: '10030201', words: ['有流浪狗追小孩'] },
];

export const answers = [
  '已更换，恢复正常',
  '已清理干净',
  '已劝离并登记',
  '已修复并做了警示',
  '已联系住户处理完毕',
] as const;
export const reasons = ['不属本单位职责', '情况与登记不符', '需要其他单位配合', '材料未到', '住户不同意'] as const;

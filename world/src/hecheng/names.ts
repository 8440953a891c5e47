/** Streets and townships of 港北区 from the list of divisions, with the land each takes in km² (made up). */
export const streets = [
  { code: '450802001', name: '贵城街道', land: 52 },
  { code: '450802002', name: '港城街道', land: 88 },
  { code: '450802101', name: '大圩镇', land: 170 },
  { code: '450802102', name: '庆丰镇', land: 165 },
  { code: '450802103', name: '根竹镇', land: 120 },
  { code: '450802104', name: '武乐镇', land: 115 },
  { code: '450802200', name: '奇石乡', land: 180 },
  { code: '450802201', name: '中里乡', land: 150 },
] as const;

/** Communities of 贵城街道 from the list of divisions, by the last digits of their codes. */
export const communities = [
  ['003', '县东社区居委会'],
  ['004', '石羊塘社区居委会'],
  ['005', '小江社区居委会'],
  ['006', '西五社区居委会'],
  ['007', '东湖社区'],
  ['008', '三合社区居委会'],
  ['009', '登龙桥社区居委会'],
  ['010', '震塘社区居委会'],
  ['011', '南平社区居委会'],
  ['012', '永新社区'],
  ['013', '荷城社区'],
  ['014', '港宁社区'],
  ['015', '龙圣社区'],
  ['016', '八一社区'],
  ['017', '东港社区'],
  ['018', '凤凰社区'],
  ['019', '马草江社区'],
  ['020', '西江社区'],
  ['021', '安居社区居委会'],
  ['022', '布山社区居委会'],
  ['023', '新华社区居委会'],
  ['024', '高铁社区居委会'],
  ['025', '石鼓江社区居委会'],
  ['026', '贵糖社区居委会'],
  ['027', '新城社区居委会'],
] as const;

/** Estates, one for each small grid. All names from here on are made up. */
export const estates =
  '荷塘苑 荷香园 碧荷花园 金港华庭 江畔名居 城北新村 建设里 民生小区 教师新村 供销大院 粮食局宿舍 糖厂宿舍 邮电小区 桂花园 木棉苑 榕荫里 龙凤小区 民权里 和平小区 幸福家园 阳光花园 翠湖名苑 锦绣江南 世纪花园 盛世荷城 港城国际 东方名都 金色家园 书香苑 博雅苑 紫荆园 银杏苑 南湖新村 安居里 康乐小区 清风苑 朝阳小区 兴业花园'.split(
    ' ',
  );

/** What the exclusive grids are, in the order their land is cut. */
export const sites = [
  ['school', '荷城小学'],
  ['market', '荷城农贸市场'],
  ['mall', '港城购物中心'],
  ['park', '荷花公园'],
  ['school', '荷城中学'],
  ['market', '城北水果批发市场'],
  ['hospital', '荷城医院'],
  ['mall', '荷城百货'],
  ['school', '城北小学'],
  ['park', '滨江公园'],
  ['market', '建材市场'],
  ['mall', '金港商业街'],
  ['school', '荷城幼儿园'],
  ['station', '城北客运站'],
  ['market', '花鸟市场'],
  ['mall', '万家广场'],
  ['park', '体育公园'],
  ['school', '荷城职业学校'],
  ['mall', '电子城'],
  ['market', '荷城夜市'],
  ['hospital', '荷城卫生服务中心'],
  ['school', '文昌小学'],
  ['park', '文化公园'],
  ['works', '荷城创业园'],
  ['works', '糖业物流园'],
] as const;

/** Roads for the first cuts, lanes for the rest. */
export const roads = '荷城大道 中山路 建设路 民族路 达开路 解放路 人民路'.split(' ');
export const lanes =
  '荷塘巷 榕树巷 木棉巷 桂花巷 紫荆巷 书院巷 文昌巷 学宫巷 米行巷 盐仓巷 油行巷 铁匠巷 竹器巷 豆腐巷 染坊巷 渡口巷 码头巷 水井巷 石桥巷 莲藕巷 菱角巷 鱼市巷 糖坊巷 灯笼巷 戏台巷 钟楼巷 学前巷 和睦巷 永安巷 太平巷'.split(
    ' ',
  );

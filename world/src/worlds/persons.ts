const surnames = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁';
const middles = '志建国文明玉秀春海永金德红小美丽桂凤振家学成忠光';
const lasts = '强军勇杰涛超荣刚平辉鹏飞波斌宇浩凯鑫磊洋芳娟敏静霞燕玲丹梅兰';
const all = surnames.length * middles.length * lasts.length;
/** Shares no factor with `all`: walks over every name once, without order to the eye. */
const stride = 7_919;

/** The name of somebody made up, by a number: different for the first 34,000 or so. */
export function madeUpName(index: number): string {
  const at = (index * stride) % all;
  const surname = surnames[at % surnames.length] ?? '';
  const rest = Math.floor(at / surnames.length);
  return `${surname}${middles[rest % middles.length] ?? ''}${lasts[Math.floor(rest / middles.length)] ?? ''}`;
}

import type { Words } from './word.ts';

/** Headings of the lists of cases as sheets. */
export const caseSheetWords = {
  'case.sheet.number': { zh: '编号', en: 'Number' },
  'case.sheet.state': { zh: '状态', en: 'State' },
  'case.sheet.light': { zh: '灯', en: 'Light' },
  'case.sheet.category': { zh: '事项', en: 'Category' },
  'case.sheet.urgency': { zh: '紧急程度', en: 'Urgency' },
  'case.sheet.area': { zh: '区域', en: 'Area' },
  'case.sheet.areaCode': { zh: '区域编码', en: 'Area code' },
  'case.sheet.address': { zh: '地址', en: 'Address' },
  'case.sheet.description': { zh: '内容', en: 'Description' },
  'case.sheet.owner': { zh: '责任单位', en: 'Owner' },
  'case.sheet.dueAt': { zh: '期限', en: 'Due' },
  'case.sheet.reportedAt': { zh: '上报时间', en: 'Reported' },
  'case.sheet.closedAt': { zh: '结案时间', en: 'Closed' },
  'case.sheet.order': { zh: '督办单号', en: 'Order' },
  'case.sheet.over': { zh: '被督办单位', en: 'Over' },
  'case.sheet.to': { zh: '答复单位', en: 'To answer' },
  'case.sheet.orderedAt': { zh: '督办时间', en: 'Ordered' },
  'case.sheet.answeredAt': { zh: '答复时间', en: 'Answered' },
  'case.sheet.answer': { zh: '答复', en: 'Answer' },
} as const satisfies Words;

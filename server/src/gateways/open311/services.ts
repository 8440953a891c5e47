import { say } from '@gezhi/contract/words/index';
import type { Categories } from '../../rules/index.ts';
import type { Value } from './serialize.ts';

/** The everyday list as services: the codes are the county's own categories. */
export function servicesOf(categories: Categories): readonly { readonly [name: string]: Value }[] {
  return categories.everyday.map(({ code, name, words }) => ({
    service_code: code,
    service_name: name.zh,
    description: name.en ?? name.zh,
    metadata: true,
    type: 'realtime',
    keywords: words.join(','),
    group: categories.byCode.get(code.slice(0, 2))?.name.zh ?? '',
  }));
}

/** Whether a code is one that may be reported: any category in use, not only the everyday ones. */
export const isService = (categories: Categories, code: string): boolean => {
  const found = categories.byCode.get(code);
  return found !== undefined && found.retired !== true;
};

/** What a service asks beside the usual: one question, where exactly, because maps of old estates end at the gate. */
export const definitionOf = (code: string): Value => ({
  service_code: code,
  attributes: [
    {
      variable: true,
      code: 'where_exactly',
      datatype: 'string',
      required: false,
      datatype_description: say('zh-CN', 'open311.where.hint'),
      order: 1,
      description: say('zh-CN', 'open311.where'),
    },
  ],
});

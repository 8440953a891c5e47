import { ruleBodies } from '@gezhi/contract/rules/index';
import { sayData, sayNamed } from '@gezhi/contract/words/index';
import { describe, expect, it } from 'vitest';
import { issueWords, placeInRules, placeOfDifference } from './place-in-rules.ts';

const named = (start: string, thing: string) => sayNamed('zh-CN', start + thing, thing);

const body = {
  rows: [
    { id: 'accept.ordinary', stage: 'accept', amount: { kind: 'working', amount: 120 } },
    { id: 'judge', stage: 'judge', amount: { kind: 'workingDays', amount: 0 } },
    { id: 'verify', stage: 'check', amount: { kind: 'workingDays' } },
  ],
};

describe('where something is wrong', () => {
  it('is a row by its number and name, and a column', () => {
    expect(placeInRules(['rows', 1, 'amount', 'amount'], body, named)).toEqual({
      row: 2,
      name: 'judge',
      column: '数量',
    });
    const kinds = { kinds: [{ id: 'urgent', name: { zh: '' } }] };
    expect(placeInRules(['kinds', 0, 'name', 'zh'], kinds, named)).toEqual({
      row: 1,
      name: 'urgent',
      column: '中文名',
    });
  });

  it('is a setting outside tables', () => {
    expect(placeInRules(['reopening', 'times'], {}, named)).toEqual({
      row: undefined,
      name: undefined,
      column: '最多重开几次',
    });
  });
});

it('cuts the place of a difference, whatever dots its row has', () => {
  expect(placeOfDifference('rows.accept.ordinary.amount.amount', named)).toEqual({
    row: 'accept.ordinary',
    column: 'amount.amount',
  });
  expect(placeOfDifference('rows.stairwells.001', named)).toEqual({ row: 'stairwells.001', column: '' });
  expect(placeOfDifference('flood.perCounty.times', named)).toEqual({
    row: undefined,
    column: 'flood.perCounty.times',
  });
});

it('says what is wrong without the words of the checking library', () => {
  const { error } = ruleBodies.clockRules.safeParse(body);
  const said = (error?.issues ?? []).map((issue) => {
    const { id, values } = issueWords(issue, body);
    return [issue.path.join('.'), sayData('zh-CN', id, values)];
  });
  expect(said).toEqual([
    ['rows.1.amount.amount', '不能小于 1'],
    ['rows.2.stage', '只能从给出的选项里选'],
    ['rows.2.amount.amount', '必须填写'],
  ]);
});

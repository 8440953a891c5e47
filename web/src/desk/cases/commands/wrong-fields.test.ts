import type { StaffCommandName } from '@gezhi/contract/cases/index';
import { say as sayIn } from '@gezhi/contract/words/index';
import { describe, expect, it } from 'vitest';
import { commandFrom, fieldsOf } from '../../../ui/cases/command-fields.ts';
import type { Say } from '../../../words/locale.tsx';
import { refusedFields, wrongFields } from './wrong-fields.ts';

const say: Say = (id, ...values) => sayIn('zh-CN', id, ...values);

function wrongIn(command: StaffCommandName, values: Readonly<Record<string, unknown>>) {
  const checked = commandFrom(command, values);
  return wrongFields(fieldsOf(command), checked.error?.issues ?? [], values, say);
}

describe('fields that are wrong', () => {
  it('are marked one by one', () => {
    expect(wrongIn('summon', { bodies: [] })).toEqual({
      bodies: '请选择',
      summonsKind: '请选择',
      reason: '请填写',
    });
    expect(wrongIn('verify', { note: '' })).toEqual({ pass: '请选择' });
    expect(wrongIn('finish', { note: '   ' })).toEqual({ note: '请填写' });
    expect(wrongIn('finish', { note: '长'.repeat(2003) })).toEqual({ note: '最多 2000 个字，多了 3 个' });
    expect(wrongIn('dispatch', {})).toEqual({ lead: '请选择' });
  });

  it('name the part of a split that is not filled in', () => {
    const children = [{ description: '一', category: '01' }, { description: '' }];
    expect(wrongIn('split', { reason: '两件事', children })).toEqual({ children: '第 2 件没有填完整' });
    expect(wrongIn('split', { reason: '两件事' })).toEqual({ children: '至少拆成两件' });
  });

  it('are none where all is right', () => {
    expect(wrongIn('finish', { note: '修好了' })).toEqual({});
  });
});

describe('what the server refused', () => {
  const problem = { type: '', title: '不行', status: 422, requestId: '', code: 'http.invalid' };

  it('stands at the field it is about', () => {
    const errors = [{ path: 'reason', code: 'characters.most', message: '最多 1000 个字' }];
    expect(refusedFields(fieldsOf('reject'), { ...problem, errors })).toEqual({ reason: '最多 1000 个字' });
    const twice = { ...problem, code: 'case.sameBodyTwice', detail: '同一个单位不能派两次。' };
    expect(refusedFields(fieldsOf('dispatch'), twice)).toEqual({ supporting: '同一个单位不能派两次。' });
    expect(refusedFields(fieldsOf('summon'), twice)).toEqual({ bodies: '同一个单位不能派两次。' });
  });

  it('stays above the button where it is about none', () => {
    expect(refusedFields(fieldsOf('reject'), { ...problem, code: 'case.notYours' })).toEqual({});
    expect(refusedFields(fieldsOf('reject'), undefined)).toEqual({});
  });
});

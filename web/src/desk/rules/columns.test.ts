import { permissions } from '@gezhi/domain/access/index';
import { ruleKinds } from '@gezhi/domain/rules/index';
import { sayNamed } from '@gezhi/contract/words/index';
import { describe, expect, it } from 'vitest';
import { catalogueOf, choicesOf, listIn, membersOf } from './columns.ts';

describe('columns of rules', () => {
  it('have a name for every code that may be chosen', () => {
    const columns = ['stage', 'urgency', 'kind', 'level', 'light', 'when', 'amount.kind', 'lead.kind', 'size', 'use'];
    for (const kind of ruleKinds) {
      for (const column of [...columns, 'window.days', 'setsKind', 'setsLevel']) {
        for (const code of choicesOf(kind, column) ?? []) {
          const id = `${catalogueOf(kind, column)}${code}`;
          expect(sayNamed('zh-CN', id, ''), id).not.toBe('');
        }
      }
    }
  });

  it('have a name for every right', () => {
    expect(membersOf('permissions')?.codes).toEqual(permissions);
    for (const one of permissions) expect(sayNamed('zh-CN', `rules.permission.${one}`, ''), one).not.toBe('');
  });

  it('take a kind for that of a case only where it is one', () => {
    expect(catalogueOf('clockRules', 'kind')).toBe('case.kind.');
    expect(catalogueOf('areaKinds', 'kind')).toBeUndefined();
  });

  it('read lists, and leave other text alone', () => {
    expect(listIn('["a"]')).toEqual(['a']);
    expect(listIn('[oops')).toBeUndefined();
    expect(listIn('a')).toBeUndefined();
  });
});

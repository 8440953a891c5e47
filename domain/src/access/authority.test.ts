import { describe, expect, it } from 'vitest';
import type { Actor } from './actor.ts';
import { mayEditPost, mayManageAccount } from './authority.ts';

const administrator = (area: string): Actor => ({
  kind: 'staff',
  county: '450802',
  person: 'p',
  name: '甲',
  posts: [{ id: '1', role: 'administrator', area, permissions: ['people.edit', 'account.manage'] }],
});

describe('mayManageAccount', () => {
  it('covers persons kept in the area', () => {
    expect(mayManageAccount(administrator('450802001'), '450802001013', [])).toBe(true);
    expect(mayManageAccount(administrator('450802001'), '450802002', [])).toBe(false);
  });

  it('does not cover a person kept here who also holds a post above', () => {
    expect(mayManageAccount(administrator('450802001'), '450802001013', ['450802001013', '450802'])).toBe(false);
    expect(mayManageAccount(administrator('450802'), '450802001013', ['450802001013', '450802'])).toBe(true);
  });

  it('is refused to an administrator whose post is in an organisation only', () => {
    const inOrg: Actor = {
      kind: 'staff',
      county: '450802',
      person: 'p',
      name: '甲',
      posts: [{ id: '1', role: 'administrator', org: 'o', permissions: ['account.manage'] }],
    };
    expect(mayManageAccount(inOrg, '450802001', [])).toBe(false);
  });
});

describe('mayEditPost', () => {
  it('needs the right in every area the post reaches, and a place at all', () => {
    expect(mayEditPost(administrator('450802001'), ['450802001013'])).toBe(true);
    expect(mayEditPost(administrator('450802001'), ['450802001013', '450802'])).toBe(false);
    expect(mayEditPost(administrator('450802001'), [])).toBe(false);
  });
});

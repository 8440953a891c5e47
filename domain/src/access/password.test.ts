import { describe, expect, it } from 'vitest';
import { passwordRefusal } from './password.ts';
import { isUsername, normalUsername } from './username.ts';

describe('passwordRefusal', () => {
  it.each([
    ['guicheng street 7', undefined],
    ['荷城社区今天下雨了呢', undefined],
    ['短密码', 'password.short'],
    ['x'.repeat(129), 'password.long'],
    ['1234567890', 'password.common'],
    ['9876543210', 'password.common'],
    ['8888888888', 'password.common'],
    ['abcdefghijk', 'password.common'],
    ['password2026!', 'password.common'],
    ['１２３４５６７８９０', 'password.common'],
    ['lixiaoming-2026', 'password.likeUsername'],
    ['my LiXiaoMing!', 'password.likeUsername'],
  ])('%s → %s', (password, refusal) => {
    expect(passwordRefusal(password, 'lixiaoming')).toBe(refusal);
  });
});

describe('usernames', () => {
  it('has one spelling whatever was typed', () => {
    expect(normalUsername(' LiXiaoMing ')).toBe('lixiaoming');
    expect(normalUsername('ｌｉ．ming')).toBe('li.ming');
  });

  it.each([
    ['li.xiao-ming_2', true],
    ['李小明', true],
    ['a', false],
    ['.li', false],
    ['li ming', false],
    ['li@ming', false],
    ['x'.repeat(41), false],
  ])('%s: %s', (name, valid) => {
    expect(isUsername(name)).toBe(valid);
  });
});

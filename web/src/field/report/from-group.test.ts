import { describe, expect, it } from 'vitest';
import { fromGroup } from './from-group.ts';

describe('a message copied from a group', () => {
  it('keeps the words and leaves out who said them, when, and what stands for pictures', () => {
    const copied = [
      '—————  2026-11-22  —————',
      '',
      '王大姐  10:32',
      '三栋的路灯不亮，老人摔了',
      '李哥 2026/11/22 10:33:05',
      '[图片]',
      '好几天了',
      '王大姐：',
      '[语音] 12"',
      '谁来看看',
    ].join('\n');
    expect(fromGroup(copied)).toBe('三栋的路灯不亮，老人摔了\n好几天了\n谁来看看');
  });

  it('leaves plain words as they are, times and places in them too', () => {
    expect(fromGroup('地址：三栋二单元，晚上 20:30 以后最吵')).toBe('地址：三栋二单元，晚上 20:30 以后最吵');
    expect(fromGroup('')).toBe('');
  });
});

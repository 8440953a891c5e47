import { describe, expect, test } from 'vitest';
import { headingOf } from './heading.ts';

const other = { code: '99', name: '其他' };

describe('the heading of a report', () => {
  test.each([
    ['路灯不亮', '路灯不亮'],
    ['路灯不亮。已经一个星期了', '路灯不亮'],
    ['三栋和四栋之间的路灯都不亮，老人晚上摔了一跤，已经有一个星期了', '三栋和四栋之间的路灯都不亮，老人晚上摔了一跤'],
    ['一二三四五六七八九十一二三四五六七八九十一二三四五六', '一二三四五六七八九十一二三四五六七八九十一二三四…'],
    ['The lamp at the door is out\nsince Monday', 'The lamp at the door is out'],
    ['  ', '其他'],
    ['', '其他'],
  ])('%j reads %j', (description, heading) => {
    expect(headingOf({ description, category: other })).toBe(heading);
  });
});

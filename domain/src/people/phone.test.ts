import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskPhone, parsePhone } from './phone.ts';

describe('parsePhone', () => {
  it.each([
    ['13800138000', 'mobile', '+8613800138000'],
    ['１３８００１３８０００', 'mobile', '+8613800138000'],
    ['138 0013 8000', 'mobile', '+8613800138000'],
    ['138-0013-8000', 'mobile', '+8613800138000'],
    ['+86 138 0013 8000', 'mobile', '+8613800138000'],
    ['＋８６１３８００１３８０００', 'mobile', '+8613800138000'],
    ['008613800138000', 'mobile', '+8613800138000'],
    ['8613800138000', 'mobile', '+8613800138000'],
    ['013800138000', 'mobile', '+8613800138000'],
    ['0775-4567890', 'landline', '+867754567890'],
    ['（0775）4567890', 'landline', '+867754567890'],
    ['+86 775 4567890', 'landline', '+867754567890'],
    ['010-65551234', 'landline', '+861065551234'],
    ['+86 10 6555 1234', 'landline', '+861065551234'],
    ['02165551234', 'landline', '+862165551234'],
    ['0775-4567890转123', 'landline', '+867754567890x123'],
    ['0775-4567890 ext. 123', 'landline', '+867754567890x123'],
    ['400-123-4567', 'service', '+864001234567'],
    ['+852 9123 4567', 'foreign', '+85291234567'],
  ])('%s is a %s, %s', (typed, kind, number) => {
    expect(parsePhone(typed)).toEqual({ kind, number });
  });

  it.each([
    '',
    '110',
    '12345',
    '1234567890',
    '12800138000',
    '138001380001',
    '4567890',
    'abc',
    '１３８００１３８',
    '+861',
    '0000000000',
    '1'.repeat(50),
    '\u0000',
  ])('refuses %j', (typed) => {
    expect(parsePhone(typed)).toBeUndefined();
  });

  it('reads a local number with the trunk code of the county', () => {
    expect(parsePhone('4567890', '0775')).toEqual({ kind: 'landline', number: '+867754567890' });
    expect(parsePhone('13800138000', '0775')).toEqual({ kind: 'mobile', number: '+8613800138000' });
  });

  it('gives one number one spelling, however it is separated', () => {
    const digit = fc.integer({ min: 0, max: 9 }).map(String);
    const mobile = fc
      .tuple(fc.constantFrom('3', '5', '8', '9'), fc.array(digit, { minLength: 9, maxLength: 9 }))
      .map(([a, rest]) => ['1', a, ...rest]);
    const gaps = fc.array(fc.constantFrom('', ' ', '-', '·'), { minLength: 11, maxLength: 11 });
    fc.assert(
      fc.property(
        mobile,
        gaps,
        fc.constantFrom('', '+86', '0086', '86'),
        fc.boolean(),
        (digits, between, before, wide) => {
          const text = before + digits.map((one, at) => one + between[at]).join('');
          const typed = wide ? text.replace(/\d/g, (one) => String.fromCodePoint(0xff10 + Number(one))) : text;
          expect(parsePhone(typed)?.number).toBe(`+86${digits.join('')}`);
        },
      ),
    );
  });

  it('reads its own spelling back, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 45 }), (typed) => {
        const phone = parsePhone(typed);
        expect(phone === undefined ? undefined : parsePhone(phone.number)).toEqual(phone);
      }),
      { examples: [['0775-4567890转123'], ['010-65551234'], ['+852 9123 4567'], ['400-123-4567']] },
    );
  });
});

describe('maskPhone', () => {
  it.each([
    ['+8613800138000', '138****8000'],
    ['+867754567890', '0775****890'],
    ['+861065551234', '010****234'],
    ['+867754567890x123', '0775****890'],
    ['+864001234567', '400****567'],
    ['+85291234567', '+852****67'],
  ])('%s → %s', (number, masked) => {
    expect(maskPhone(number)).toBe(masked);
  });
});

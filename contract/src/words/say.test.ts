import { describe, expect, it } from 'vitest';
import { inLocale, isWordId, localeFrom, say, sayNamed } from './index.ts';

describe('say', () => {
  it('puts values in, with English plurals', () => {
    expect(say('zh-CN', 'clock.over.days', { n: 2 })).toBe('超期 2 天');
    expect(say('en', 'clock.over.days', { n: 1 })).toBe('1 day overdue');
    expect(say('en', 'clock.over.days', { n: 2 })).toBe('2 days overdue');
  });

  it('says a message again without compiling into nonsense', () => {
    expect(say('en', 'ui.requestId', { id: 'a' })).toBe('Request a');
    expect(say('en', 'ui.requestId', { id: 'b' })).toBe('Request b');
  });

  it('refuses unknown ids and missing values at compile time', () => {
    // @ts-expect-error no such message
    const unknown = () => say('en', 'ui.noSuchThing');
    // @ts-expect-error the message needs {n}
    const unfilled = () => say('en', 'clock.over.days');
    expect(unknown).toThrow();
    expect(unfilled()).not.toContain('1');
  });
});

describe('languages', () => {
  it('is Chinese unless English is asked for first', () => {
    expect(localeFrom('en-GB,en;q=0.9,zh;q=0.8')).toBe('en');
    expect(localeFrom('zh-CN,en')).toBe('zh-CN');
    expect(localeFrom('fr')).toBe('zh-CN');
    expect(localeFrom(undefined)).toBe('zh-CN');
  });

  it('falls back to Chinese for data without English', () => {
    expect(inLocale('en', { zh: '路灯', en: '' })).toBe('路灯');
    expect(inLocale('en', { zh: '路灯', en: 'Street light' })).toBe('Street light');
  });

  it('names what the catalogue knows, and leaves what a county made', () => {
    expect(sayNamed('zh-CN', 'case.stage.accept', 'accept')).toBe('受理');
    expect(sayNamed('en', 'case.stage.whistle', 'whistle')).toBe('whistle');
  });

  it('knows its ids', () => {
    expect(isWordId('ui.close')).toBe(true);
    expect(isWordId('toString')).toBe(false);
  });
});

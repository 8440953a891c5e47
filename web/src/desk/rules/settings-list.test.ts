import { defaultSettings } from '@gezhi/domain/rules/index';
import { sayNamed } from '@gezhi/contract/words/index';
import { expect, it } from 'vitest';
import { settingsIn, withSetting } from './settings-list.ts';
import type { Json } from './table.ts';

const body = defaultSettings as unknown as Json;

it('finds every number of the settings, each with a name', () => {
  const found = settingsIn(body);
  expect(found).toContainEqual({ path: 'flood.perCounty.minutes', value: 10 });
  for (const { path } of found) expect(sayNamed('zh-CN', `rules.setting.${path}`, path)).not.toBe(path);
});

it('stand in the order of reading, however the database gives them', () => {
  const found = settingsIn({ wrongCodes: { minutes: 15, times: 10 }, sampleRate: 0.1 });
  expect(found.map(({ path }) => path)).toEqual(['sampleRate', 'wrongCodes.times', 'wrongCodes.minutes']);
});

it('leaves lists to tables', () => {
  expect(settingsIn({ rows: [1], shortShare: 0.2 })).toEqual([{ path: 'shortShare', value: 0.2 }]);
});

it('changes one place and nothing else', () => {
  const changed = withSetting(body, 'flood.perCounty.minutes', 15);
  expect(changed).toEqual({ ...body, flood: { ...defaultSettings.flood, perCounty: { times: 60, minutes: 15 } } });
  expect(body['flood']).toEqual(defaultSettings.flood);
});

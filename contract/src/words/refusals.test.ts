import { refusalCodes } from '@gezhi/domain/cases/index';
import { expect, test } from 'vitest';
import { isWordId } from './index.ts';

test('whatever a command is refused for can be said', () => {
  expect(refusalCodes.filter((code) => !isWordId(`problem.case.${code}`))).toEqual([]);
});

import { staffCommands } from '@gezhi/contract/cases/index';
import type { StaffCommandName } from '@gezhi/contract/cases/index';
import { describe, expect, it } from 'vitest';
import { asksNothing, commandFrom, fieldsOf } from './command-fields.ts';

describe('forms from schemas', () => {
  it('knows a widget for every part of every command', () => {
    for (const command of Object.keys(staffCommands)) {
      expect(() => fieldsOf(command as StaffCommandName)).not.toThrow();
    }
  });

  it('reads what must be given and how long it may be', () => {
    expect(fieldsOf('reject')).toEqual([{ name: 'reason', widget: 'words', required: true, most: 1000 }]);
    expect(fieldsOf('verify').map(({ name, required }) => [name, required])).toEqual([
      ['pass', true],
      ['note', false],
      ['photos', false],
    ]);
  });

  it('gives commands without questions at once', () => {
    expect(asksNothing('accept', 0)).toBe(true);
    expect(asksNothing('acknowledge', 1)).toBe(true);
    expect(asksNothing('acknowledge', 2)).toBe(false);
    expect(asksNothing('finish', 1)).toBe(false);
  });
});

describe('commandFrom', () => {
  it('leaves blank optional parts out', () => {
    expect(commandFrom('withdraw', { reason: '' }).data).toEqual({ type: 'withdraw' });
  });

  it('refuses a blank reason', () => {
    expect(commandFrom('reject', { reason: '  ' }).success).toBe(false);
  });
});

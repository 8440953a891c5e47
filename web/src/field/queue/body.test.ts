import { describe, expect, it } from 'vitest';
import { bodyOf } from './body.ts';
import { itemFor } from './testing.ts';

const hour = 3_600_000;

describe('the body as it goes out', () => {
  it('carries the photos by what they are for', () => {
    const solved = itemFor(0, {
      work: { kind: 'report', body: { channel: 'field', description: 'x', place: {}, solved: { note: 'done' } } },
    });
    expect(bodyOf(solved, { seen: ['a'], after: ['b'] }, 0)).toMatchObject({
      photos: ['a'],
      solved: { note: 'done', photos: ['b'] },
    });
    const finish = itemFor(0, {
      work: {
        kind: 'command',
        caseId: 'c',
        caseNumber: 'c',
        version: 1,
        body: { type: 'finish', note: 'done', photos: [] },
      },
    });
    expect(bodyOf(finish, { before: ['a'], after: ['b'] }, 0)).toEqual({
      type: 'finish',
      note: 'done',
      photos: ['a', 'b'],
    });
  });

  it('says in its words when it happened, once that is long ago and there is room', () => {
    const note = itemFor(0, { queuedAt: 0 }, { caseId: 'c', version: 1 });
    expect(bodyOf(note, {}, 60_000)).toMatchObject({ text: 'note 0' });
    expect(bodyOf(note, {}, hour)).toMatchObject({ text: 'note 0\nlate' });
    const full = itemFor(0, { work: { kind: 'report', body: { description: 'x'.repeat(3999), place: {} } } });
    expect(bodyOf(full, {}, hour)).toMatchObject({ description: 'x'.repeat(3999) });
    const bare = itemFor(0, {
      work: { kind: 'command', caseId: 'c', caseNumber: 'c', version: 1, body: { type: 'acknowledge' } },
    });
    expect(bodyOf(bare, {}, hour)).toEqual({ type: 'acknowledge' });
  });
});

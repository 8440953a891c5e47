import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { newId } from './new-id.ts';

describe('ids', () => {
  it('are UUIDv7, rise strictly and never repeat', () => {
    const ids = Array.from({ length: 20_000 }, () => newId());
    expect(z.uuidv7().safeParse(ids[0]).success).toBe(true);
    expect(ids.every((id, index) => index === 0 || id > (ids[index - 1] ?? ''))).toBe(true);
  });

  it('rise even when the clock goes back', () => {
    const now = Date.now() + 60_000;
    const before = newId(now);
    expect(newId(now - 5_000) > before).toBe(true);
  });
});

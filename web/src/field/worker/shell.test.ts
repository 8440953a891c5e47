import { describe, expect, it } from 'vitest';
import { shellOf } from './shell.ts';

describe('the page kept on the phone', () => {
  it('carries no nonce, in its policy or in itself, and is otherwise as it was', async () => {
    const page = new Response('<meta name="csp-nonce" content="abc1"><p>x</p>', {
      headers: {
        'content-security-policy': "default-src 'self'; script-src 'self' 'nonce-abc1'; style-src 'self' 'nonce-abc1'",
        'content-type': 'text/html; charset=utf-8',
        'content-encoding': 'br',
      },
    });
    const kept = await shellOf(page);
    expect(kept.headers.get('content-security-policy')).toBe("default-src 'self'; script-src 'self'; style-src 'self'");
    expect(kept.headers.get('content-encoding')).toBeNull();
    expect(kept.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await kept.text()).toBe('<meta name="csp-nonce" content=""><p>x</p>');
  });
});

import type { FastifyReply, FastifyRequest } from 'fastify';

const phoneCookie = 'gezhi_phone';
const deviceCookie = 'gezhi_device';
const yearSeconds = 365 * 86_400;

/** The token that proves a phone, if this device verified one. */
export function phoneProof(request: FastifyRequest): string | undefined {
  const token = request.cookies[phoneCookie];
  return token === undefined || token === '' ? undefined : token;
}

/** Keeps the proof on the device until it ends; scripts cannot read it. */
export function keepPhoneProof(request: FastifyRequest, reply: FastifyReply, token: string, expires: string): void {
  void reply.setCookie(phoneCookie, token, { ...cookieOf(request), expires: new Date(expires) });
}

export function forgetPhoneProof(request: FastifyRequest, reply: FastifyReply): void {
  void reply.clearCookie(phoneCookie, cookieOf(request));
}

/**
 * A name for this device, so that "me too" counts it once. It is made when somebody first says so: whoever only
 * looks gets no cookie.
 */
export function deviceOf(request: FastifyRequest, reply: FastifyReply, newId: () => string): string {
  const known = request.cookies[deviceCookie];
  if (known !== undefined && known.length >= 8 && known.length <= 100) return known;
  const made = newId();
  void reply.setCookie(deviceCookie, made, { ...cookieOf(request), maxAge: yearSeconds });
  return made;
}

const cookieOf = (request: FastifyRequest) => ({
  path: '/',
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: request.protocol === 'https',
});

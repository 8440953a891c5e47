import type { Session } from '@gezhi/contract/access/index';
import { home } from './next-path.ts';

/** Rights of a desk: whoever has one of them works on a wide screen. */
const deskRights: readonly string[] = [
  'case.desk',
  // Bodies that handle matters and speak with who reported them.
  'personal.reveal',
  'figures.read',
  'rules.edit',
  'place.edit',
  'people.edit',
  'account.manage',
];

const field = '/field';

/** Whether a browser says that it runs on a phone. Tablets are wide enough for the desk and say nothing of the kind. */
const onPhone = (userAgent: string | undefined): boolean => /\bMobi/.test(userAgent ?? '');

/**
 * Where somebody goes on to after signing in. An address that was asked for is kept. Nothing asked for (the bare desk
 * is what stands there then) means the face of their work: the field for whoever has no right of a desk, and for
 * everybody on a phone who may report as staff; else the desk.
 */
export function landing(next: string, permissions: Session['permissions'], userAgent: string | undefined): string {
  if (next !== home) return next;
  const rights: readonly string[] = permissions;
  const inField = rights.includes('case.file');
  const atDesk = deskRights.some((right) => rights.includes(right));
  return inField && (!atDesk || onPhone(userAgent)) ? field : home;
}

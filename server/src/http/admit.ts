import type { Access } from '@gezhi/contract/route';
import { type Actor, may } from '@gezhi/domain/access/index';
import { refuse, type Refusal } from '../refusal.ts';

/** Whether somebody may call a route at all; of what it shows or changes, scope and use case decide. */
export function refuseEntry(access: Access, actor: Actor): Refusal | undefined {
  if (access === 'public' || access === 'followCode') return undefined;
  if (actor.kind !== 'staff') return refuse('access.signInFirst');
  if (access === 'session' || may(actor, access.permission)) return undefined;
  return refuse('access.forbidden', { params: { permission: access.permission } });
}

/** Under whose name a creating call's key is kept. */
export function keyHolder(actor: Actor): string {
  switch (actor.kind) {
    case 'staff':
      return actor.person;
    case 'reporter':
      return `case ${actor.caseId}`;
    case 'system':
    case 'public':
      return actor.kind;
  }
}

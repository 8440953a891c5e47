import type { Actor } from '@gezhi/domain/access/index';
import { bodyKey } from '@gezhi/domain/cases/index';

/** The bodies somebody stands for, as owners of a next step. */
export function ownersOf(actor: Actor): readonly string[] {
  if (actor.kind !== 'staff') return [];
  return [
    ...new Set(
      actor.posts.flatMap(({ org, area, permissions }) => [
        ...(org !== undefined && permissions.includes('case.work') ? [bodyKey({ kind: 'org', org })] : []),
        ...(area !== undefined && permissions.includes('case.desk') ? [bodyKey({ kind: 'desk', area })] : []),
        ...(area !== undefined && permissions.includes('case.work') ? [bodyKey({ kind: 'grid', area })] : []),
      ]),
    ),
  ];
}

import type { OrganisationKind } from '@gezhi/domain/people/index';
import type { Client } from '../client.ts';
import { sendSheet } from './send-sheet.ts';

/** A body to add. Its code is how other rows and posts name it. */
export interface WorldBody {
  readonly code: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  /** Code of the area it serves. */
  readonly area: string;
  /** Code of the body above. */
  readonly parent?: string;
}

/** Adds bodies by the sheet an office would send, those above before those below. */
export async function addBodies(admin: Client, world: string, bodies: readonly WorldBody[]): Promise<void> {
  await sendSheet(
    admin,
    'organisations',
    `${world}-organisations`,
    ['组织代码', '组织名称', '组织类别', '服务区域代码', '上级组织代码'],
    bodies.map(({ code, name, kind, area, parent = '' }) => [code, name, kind, area, parent]),
  );
}

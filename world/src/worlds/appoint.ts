import type { PostTime } from '@gezhi/domain/people/index';
import type { Client } from '../client.ts';
import { madeUpName } from './persons.ts';
import { sendSheet } from './send-sheet.ts';

/** A post to fill with somebody made up. */
export interface Opening {
  /** Code of the area that keeps the record, and where the post holds unless it is in a body. */
  readonly area: string;
  /** Id of a role every county begins with. */
  readonly role: string;
  /** Name of the body the post is in. */
  readonly org?: string;
  readonly time?: PostTime;
}

/** Fills posts of a county with people made up, one each, by the two sheets an office would send. Answers their names in order. */
export async function appoint(admin: Client, world: string, openings: readonly Opening[]): Promise<readonly string[]> {
  const people = openings.map((opening, index) => ({ ...opening, name: madeUpName(index) }));
  await sendSheet(
    admin,
    'people',
    `${world}-people`,
    ['姓名', '所属区域代码'],
    people.map(({ name, area }) => [name, area]),
  );
  await sendSheet(
    admin,
    'posts',
    `${world}-posts`,
    ['姓名', '岗位角色', '区域代码', '组织名称', '专兼职'],
    people.map(({ name, role, area, org, time = 'full' }) => [
      name,
      role,
      org === undefined ? area : '',
      org ?? '',
      time,
    ]),
  );
  return people.map(({ name }) => name);
}

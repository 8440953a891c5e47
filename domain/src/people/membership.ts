import type { Instant } from '../time.ts';

/**
 * What a member does in a body that is made of others: an enlarged committee (大工委、大党委), a functional branch, a
 * task force. A membership gives no rights: only posts do.
 */
export const memberDuties = [
  /** 第一书记 */
  'first-secretary',
  /** 书记 */
  'secretary',
  /** 副书记 */
  'deputy-secretary',
  /** 兼职委员 */
  'part-time-member',
  /** 委员 */
  'committee-member',
  /** 组长、负责人 */
  'head',
  /** 副组长 */
  'deputy-head',
  /** 成员、成员单位 */
  'member',
  /** 联络员 */
  'liaison',
] as const;
export type MemberDuty = (typeof memberDuties)[number];

/** Who belongs to a body of others: another body, a person, or a person sent by a body. */
export interface Membership {
  readonly body: string;
  readonly memberOrg?: string;
  readonly memberPerson?: string;
  readonly duty: MemberDuty;
  readonly from: Instant;
  readonly to?: Instant;
}

/** Why a membership cannot be as asked, or undefined when it can. */
export function membershipRefusal(
  membership: Omit<Membership, 'duty'>,
): 'membership.nobody' | 'membership.ofItself' | 'membership.endsBeforeItBegins' | undefined {
  const { body, memberOrg, memberPerson, from, to } = membership;
  if (memberOrg === undefined && memberPerson === undefined) return 'membership.nobody';
  if (memberOrg === body) return 'membership.ofItself';
  if (to !== undefined && to <= from) return 'membership.endsBeforeItBegins';
  return undefined;
}

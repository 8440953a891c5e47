/**
 * What a role may do. A role (data) lists permissions; a post says where they hold: in an area and everything
 * under it, or for one organisation. There is no second place to grant a right.
 */
export const permissions = [
  /** Report a matter as staff, from the field or the desk. */
  'case.file',
  /** Read the cases of the post's areas or organisation. */
  'case.read',
  /** Work the desk of the post's area: accept, dispatch, summon, merge, reject, judge. */
  'case.desk',
  /** Work for the post's organisation: acknowledge, report in, handle, finish. */
  'case.work',
  /** Check what others finished, in the post's area. */
  'case.verify',
  /** Bring cases in from elsewhere. */
  'case.import',
  /** See a phone number or name in clear for a stated purpose, for 60 seconds, on the record. */
  'personal.reveal',
  /** Destroy the key of a person's fields. */
  'personal.erase',
  'place.read',
  'place.edit',
  'people.read',
  'people.edit',
  'duty.edit',
  /** Read the registers of the post's areas: households, pairings, training, groups and the like. */
  'register.read',
  'register.edit',
  /** Read records of care, masked; show one in clear for a stated purpose; note a visit. */
  'care.read',
  /** Open, change and end records of care. */
  'care.edit',
  'rules.read',
  'rules.edit',
  'figures.read',
  'outbox.read',
  'audit.read',
  'fault.read',
  /** Invite, lock, unlock and reset accounts. */
  'account.manage',
  /** Set the program's clock, where it is settable. */
  'clock.set',
] as const;

export type Permission = (typeof permissions)[number];

export { chiefOf } from './chief.ts';
export { addOrganisation } from './create-organisation.ts';
export { addPerson } from './create-person.ts';
export type { Changed, PeopleDeps, Staff } from './deps.ts';
export { type Directories, openDirectories } from './directory.ts';
export { eraseSubject } from './erase-subject.ts';
export { addPost } from './give-post.ts';
export { personsIn, personsWith } from './holders.ts';
export { pinyinInitials } from './initials.ts';
export { dutySheet } from './duty-sheet.ts';
export { dutyAt } from './on-duty.ts';
export type { HandOn, OpenWork, OwedCase } from './open-work.ts';
export { organisationSheet } from './organisation-sheet.ts';
export { personSheet } from './person-sheet.ts';
export { postSheet } from './post-sheet.ts';
export { findPersonRow, readNames } from './person-store.ts';
export { listPostsOf, postOf } from './post-store.ts';
export { revealContact } from './reveal-contact.ts';
export { recordReveal, revealMs } from './reveal-log.ts';
export { registerPeople } from './routes.ts';
export { rolesOf } from './rules.ts';
export { staffFrom } from './staff-from.ts';
export { afterTime, staffOf } from './staff-call.ts';
export { destroySubjectKey, moveContactsOf } from './subject-store.ts';
export {
  changeContact,
  type Contact,
  createSubject,
  findSubject,
  findSubjectsByPhone,
  type MaskedContact,
  maskedContacts,
  moveSubject,
  openFor,
  phoneIndexOf,
  readContact,
  sealFor,
  type Subject,
} from './subject.ts';

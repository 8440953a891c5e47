export { type Chief, chiefOf } from './chief.ts';
export { addOrganisation } from './create-organisation.ts';
export { addPerson } from './create-person.ts';
export type { Changed, PeopleDeps, Run, Staff } from './deps.ts';
export { type Directories, type Directory, openDirectories } from './directory.ts';
export { eraseSubject } from './erase-subject.ts';
export { addPost, reachOf } from './give-post.ts';
export { type Holder, personsIn, personsWith } from './holders.ts';
export { pinyinInitials } from './initials.ts';
export { dutyAt, type OnDutyAnswer, readDutyNow } from './on-duty.ts';
export { findPersonRow, readNames } from './person-store.ts';
export { listPostsOf, postOf } from './post-store.ts';
export { revealContact, type Revealed } from './reveal-contact.ts';
export { type PeopleRouteDeps, registerPeople } from './routes.ts';
export { officeHours, rolesOf } from './rules.ts';
export { afterName, afterTime, staffOf } from './staff-call.ts';
export {
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

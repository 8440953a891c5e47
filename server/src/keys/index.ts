export { type Keys, keysOver, type MasterKey, type SubjectKey, Unreadable } from './keys.ts';
export { parseMasterKeys, readMasterKeys, WrongKey } from './master-keys.ts';

export { keyMark, type Keys, keysOver, type SubjectKey, Unreadable } from './keys.ts';
export { parseMasterKeys, readMasterKeys, WrongKey } from './master-keys.ts';

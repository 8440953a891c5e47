export {
  afterCommit,
  asSystem,
  type Database,
  notifyAfterCommit,
  type Trx,
} from './database.ts';
export { insertMany, insertRows, refreshStatistics, updateMany } from './bulk.ts';
export { later, laterSql } from './trips.ts';
export { FolderInUse } from './lock.ts';
export { OtherKeys } from './own-keys.ts';
export { type DatabaseOptions, openDatabase } from './open.ts';
export { beginsWith, type CodeColumn, until } from './begins-with.ts';
export { type Scope, scopeOf } from './scope.ts';
export type * from './tables.ts';

export type { Choice, Column, ColumnType, Fault, Value, Values } from './column.ts';

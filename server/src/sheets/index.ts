export type {
  CellFault,
  Examined,
  SheetColumn,
  SheetContext,
  SheetFilter,
  SheetKind,
  SheetRow,
  TypedRow,
} from './kind.ts';
export { registerSheets } from './register-sheets.ts';

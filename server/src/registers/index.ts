export { forgetExpiredCare } from './end-care.ts';
export { registerRegisters } from './routes.ts';
export { registerSheetKinds } from './sheet-kinds.ts';

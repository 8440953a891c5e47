export { forgetExpiredCare } from './end-care.ts';
export { registerRegisters } from './routes.ts';

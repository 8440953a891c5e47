export { type Alert, alertDevice, alertDevices } from './alert.ts';
export { registerPush } from './routes.ts';

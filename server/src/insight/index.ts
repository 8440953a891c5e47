export { clearFaultsOfCase } from './fault-store.ts';
export { clearFault, type Fault, raiseFault } from './raise-fault.ts';

export { clearFaultsOfCase } from './fault-store.ts';
export { clearFault, raiseFault } from './raise-fault.ts';
export { registerInsight } from './routes.ts';
export { figureRollUp } from './roll-up.ts';

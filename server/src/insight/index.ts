export { clearFaultsOfCase } from './fault-store.ts';
export { clearFault, type Fault, raiseFault } from './raise-fault.ts';
export { type InsightDeps, registerInsight } from './routes.ts';

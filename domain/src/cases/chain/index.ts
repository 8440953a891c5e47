export { dailyRoot } from './daily-root.ts';
export { genesis, linkOf, verifyChain } from './link.ts';
export type { Linked } from './link.ts';

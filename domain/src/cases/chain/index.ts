export { canonicalJson } from './canonical.ts';
export type { Canonical, CanonicalRefusal, Json } from './canonical.ts';
export { dailyRoot } from './daily-root.ts';
export type { CaseHead } from './daily-root.ts';
export { genesis, linkOf, verifyChain } from './link.ts';
export type { ChainCheck, Link, Linked, Sha256 } from './link.ts';

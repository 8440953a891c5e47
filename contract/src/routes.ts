import { accessRoutes } from './access/index.ts';
import { bulkRoutes, caseRoutes, savedViewRoutes } from './cases/index.ts';
import { clockRoutes } from './clock/routes.ts';
import { filesRoutes } from './files/routes.ts';
import { insightRoutes } from './insight/index.ts';
import { liveRoutes } from './live/routes.ts';
import { noticeRoutes, pushRoutes } from './notices/index.ts';
import { bodyRoutes, leaveRoutes, peopleRoutes, staffingRoutes } from './people/index.ts';
import { placesRoutes } from './places/index.ts';
import { careRoutes, groupRoutes, householdRoutes, registerRoutes, servicePlaceRoutes } from './registers/index.ts';
import type { Route } from './route.ts';
import { ruleRoutes, ruleWritingRoutes } from './rules/index.ts';
import { sheetRoutes } from './sheets/index.ts';

/** Every entry of the route table, noun after noun. What the server answers beside it is pages, files and uploads. */
export const everyRoute: readonly Route[] = [
  accessRoutes,
  placesRoutes,
  peopleRoutes,
  bodyRoutes,
  leaveRoutes,
  staffingRoutes,
  ruleRoutes,
  ruleWritingRoutes,
  caseRoutes,
  bulkRoutes,
  savedViewRoutes,
  registerRoutes,
  householdRoutes,
  servicePlaceRoutes,
  groupRoutes,
  careRoutes,
  noticeRoutes,
  pushRoutes,
  insightRoutes,
  liveRoutes,
  sheetRoutes,
  filesRoutes,
  clockRoutes,
].flatMap((table) => Object.values<Route>(table));

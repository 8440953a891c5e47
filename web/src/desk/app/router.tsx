import { createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router';
import { z } from 'zod';
import { casesSearch } from '../cases/search.ts';
import { CasesPage } from '../cases/cases-page.tsx';
import { DutyPage } from '../duty/duty-page.tsx';
import { AccountPage } from '../entry/account.tsx';
import { UnreadPage } from '../notices/unread-page.tsx';
import { OutboxPage } from '../outbox/outbox-page.tsx';
import { FaultsPage } from '../faults/faults-page.tsx';
import { FiguresPage } from '../figures/figures-page.tsx';
import { figuresSearch } from '../figures/search.ts';
import { HotlinePage } from '../hotline/hotline-page.tsx';
import { PeoplePage } from '../people/people-page.tsx';
import { PlacesPage } from '../places/places-page.tsx';
import { placesSearch } from '../places/search.ts';
import { RegistersPage } from '../registers/registers-page.tsx';
import { registersSearch } from '../registers/search.ts';
import { RulesPage } from '../rules/rules-page.tsx';
import { rulesSearch } from '../rules/search.ts';
import { SheetsPage } from '../sheets/sheets-page.tsx';
import { SupervisionPage } from '../supervision/supervision-page.tsx';
import { NotFound } from './not-found.tsx';
import { Shell } from './shell.tsx';
import { Start } from './start.tsx';

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });

const desk = createRoute({ getParentRoute: () => root, id: 'desk', component: Shell });
const start = createRoute({ getParentRoute: () => desk, path: '/', component: Start });
const cases = createRoute({
  getParentRoute: () => desk,
  path: '/cases',
  validateSearch: casesSearch,
  component: CasesPage,
});
const hotline = createRoute({ getParentRoute: () => desk, path: '/hotline', component: HotlinePage });
const supervision = createRoute({ getParentRoute: () => desk, path: '/supervision', component: SupervisionPage });
const duty = createRoute({ getParentRoute: () => desk, path: '/duty', component: DutyPage });
const people = createRoute({
  getParentRoute: () => desk,
  path: '/people',
  validateSearch: z.object({
    tab: z.enum(['people', 'organisations', 'staffing', 'accounts', 'acts', 'reveals']).optional().catch(undefined),
    person: z.uuid().optional().catch(undefined),
    org: z.uuid().optional().catch(undefined),
  }),
  component: PeoplePage,
});
const places = createRoute({
  getParentRoute: () => desk,
  path: '/places',
  validateSearch: placesSearch,
  component: PlacesPage,
});
const figures = createRoute({
  getParentRoute: () => desk,
  path: '/figures',
  validateSearch: figuresSearch,
  component: FiguresPage,
});
const faults = createRoute({ getParentRoute: () => desk, path: '/faults', component: FaultsPage });
const registers = createRoute({
  getParentRoute: () => desk,
  path: '/registers',
  validateSearch: registersSearch,
  component: RegistersPage,
});
const rules = createRoute({
  getParentRoute: () => desk,
  path: '/rules',
  validateSearch: rulesSearch,
  component: RulesPage,
});
const sheets = createRoute({
  getParentRoute: () => desk,
  path: '/sheets',
  validateSearch: z.object({
    kind: z.string().max(40).optional().catch(undefined),
    run: z.uuid().optional().catch(undefined),
  }),
  component: SheetsPage,
});
const unread = createRoute({ getParentRoute: () => desk, path: '/unread', component: UnreadPage });
const outbox = createRoute({ getParentRoute: () => desk, path: '/outbox', component: OutboxPage });
const account = createRoute({ getParentRoute: () => desk, path: '/account', component: AccountPage });

const pages = [
  start,
  cases,
  hotline,
  supervision,
  duty,
  people,
  places,
  registers,
  figures,
  faults,
  rules,
  sheets,
  unread,
  outbox,
  account,
];
const tree = root.addChildren([desk.addChildren(pages)]);

/** Every page of the desk by its address below /desk. Search parameters are checked; a bad one is dropped. */
export const router = createRouter({ routeTree: tree, basepath: '/desk' });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

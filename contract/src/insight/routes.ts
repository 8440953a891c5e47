import { z } from 'zod';
import { defineRoute } from '../route.ts';
import { areaCode, page, paging } from '../shapes.ts';
import { faults, figureLine, figureQuery, figures } from './shapes.ts';

const readFigures = { permission: 'figures.read' } as const;

/** Figures, and what is missing. */
export const insightRoutes = {
  figures: defineRoute({
    name: 'insight.figures',
    method: 'GET',
    path: '/api/figures',
    summary:
      'The rates and counts by unit and period. Each opens exactly its rows in GET /api/cases with the same filters and `rate` and `part`',
    access: readFigures,
    query: figureQuery,
    answer: figures,
    status: 200,
  }),
  figureSheet: defineRoute({
    name: 'insight.figureSheet',
    method: 'GET',
    path: '/api/figures/sheet',
    summary: 'The same figures as lines, one for each unit and rate',
    access: readFigures,
    query: paging.extend(figureQuery.shape),
    answer: page(figureLine),
    status: 200,
    csv: true,
  }),
  faults: defineRoute({
    name: 'insight.faults',
    method: 'GET',
    path: '/api/faults',
    summary: 'What is missing or went wrong in the asker’s areas: nothing is skipped in silence',
    access: { permission: 'fault.read' },
    query: z.object({ area: areaCode.optional() }),
    answer: faults,
    status: 200,
  }),
} as const;

import { z } from 'zod';
import { defineRoute } from '../route.ts';
import { countyCode, id, text } from '../shapes.ts';

/** Longest sides, in pixels, in which a picture is kept. */
export const pictureSizes = ['480', '2048'] as const;

export const filesRoutes = {
  read: defineRoute({
    name: 'files.read',
    method: 'GET',
    path: '/files/:id/:size',
    summary: 'A picture, shown to whoever sees the case it belongs to',
    access: 'public',
    params: z.object({ id, size: z.enum(pictureSizes) }),
    query: z.object({
      county: countyCode.optional(),
      /** Follow code of the case, for its reporter. */
      code: text(40).optional(),
    }),
    status: 200,
  }),
} as const;

/** Where resumable uploads (tus 1.0) go; metadata `county` says whose file it is when nobody is signed in. */
export const uploadsPath = '/api/uploads';
/** Largest picture that may be sent, in bytes. */
export const largestUpload = 20 * 1_048_576;

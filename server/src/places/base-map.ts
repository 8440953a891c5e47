import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { BaseMap } from '@gezhi/contract/places/index';
import { type Config, WrongSettings } from '../config/index.ts';

/** Where the archive is served from. */
export const archivePath = '/map/base.pmtiles';

const headerBytes = 127;
/** Kinds of tiles in an archive, by the number in its header (PMTiles 3, section 3.3). */
const tileKinds: Readonly<Record<number, 'raster' | 'vector'>> = {
  1: 'vector',
  2: 'raster',
  3: 'raster',
  4: 'raster',
  5: 'raster',
};

/** What the faces need to know of the base map. @throws WrongSettings where the archive cannot be read or is none. */
export function baseMapOf({ map }: Pick<Config, 'map'>): BaseMap {
  const owed = map.attribution === undefined ? {} : { attribution: map.attribution };
  if (map.archive !== undefined) return { ...archiveAt(map.archive), from: 'archive', address: archivePath, ...owed };
  if (map.tiles === undefined) return { kind: 'none' };
  return { kind: map.tileKind, from: 'server', address: map.tiles, minZoom: 0, maxZoom: map.maxZoom, ...owed };
}

function archiveAt(path: string): { kind: 'raster' | 'vector'; minZoom: number; maxZoom: number } {
  const header = headerOf(path);
  if (header.toString('latin1', 0, 7) !== 'PMTiles' || header[7] !== 3) {
    throw new WrongSettings(`MAP_PMTILES: ${path} is no PMTiles file of version 3`);
  }
  const kind = tileKinds[header[99] ?? 0];
  if (kind === undefined) throw new WrongSettings(`MAP_PMTILES: ${path} holds tiles of a kind that no map here draws`);
  return { kind, minZoom: header[100] ?? 0, maxZoom: header[101] ?? 0 };
}

function headerOf(path: string): Buffer {
  const bytes = Buffer.alloc(headerBytes);
  try {
    if (!statSync(path).isFile()) throw new Error('it is no file');
    const file = openSync(path, 'r');
    try {
      readSync(file, bytes, 0, headerBytes, 0);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw new WrongSettings(`MAP_PMTILES: ${path} cannot be read: ${(error as Error).message}`, { cause: error });
  }
  return bytes;
}

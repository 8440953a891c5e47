/** A base map of a few hundred bytes, for tests: one tile that stands everywhere. */

/** Unsigned LEB128, as both formats write their numbers. */
function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}

const zigzag = (value: number): number => (value < 0 ? -value * 2 - 1 : value * 2);
const key = (field: number, wire: 0 | 2): number[] => varint(field * 8 + wire);
const number = (field: number, value: number): number[] => [...key(field, 0), ...varint(value)];
const block = (field: number, bytes: readonly number[]): number[] => [
  ...key(field, 2),
  ...varint(bytes.length),
  ...bytes,
];

const extent = 4_096;

/** A vector tile (MVT 2.1) with a layer `water` that covers its western half. */
export function halfWaterTile(): Uint8Array {
  const half = extent / 2;
  const moves = [9, 0, 0, 26, half, 0, 0, extent, -half, 0, 15];
  const commands = new Set([0, 3, 10]);
  const geometry = moves.flatMap((value, i) => varint(commands.has(i) ? value : zigzag(value)));
  const feature = [...number(3, 3), ...block(4, geometry)];
  const layer = [...block(1, [...Buffer.from('water')]), ...block(2, feature), ...number(5, extent), ...number(15, 2)];
  return Uint8Array.from(block(3, layer));
}

/** An archive (PMTiles 3) in which every tile down to a zoom is the one given. `kind`: 1 shapes, 2 PNG. */
export function tinyArchive(tile: Uint8Array, kind: 1 | 2, maxZoom = 14): Buffer {
  const tiles = (4 ** (maxZoom + 1) - 1) / 3;
  // One entry: from tile 0 on, as often as there are tiles, the bytes at 0 (written as 0 + 1).
  const root = Buffer.from([1, 0, ...varint(tiles), ...varint(tile.length), 1]);
  const metadata = Buffer.from('{"name":"tiny"}');
  const header = Buffer.alloc(127);
  header.write('PMTiles', 'latin1');
  header[7] = 3;
  const long = (at: number, value: number): unknown => header.writeBigUInt64LE(BigInt(value), at);
  const [rootAt, metadataAt] = [header.length, header.length + root.length];
  const tilesAt = metadataAt + metadata.length;
  const numbers = [rootAt, root.length, metadataAt, metadata.length, tilesAt, 0, tilesAt, tile.length, tiles, 1, 1];
  for (const [i, value] of numbers.entries()) long(8 + 8 * i, value);
  // Clustered; neither directories nor tiles compressed.
  header.set([1, 1, 1, kind, 0, maxZoom], 96);
  const corners = [-180, -85, 180, 85];
  for (const [i, degrees] of corners.entries()) header.writeInt32LE(degrees * 1e7, 102 + 4 * i);
  return Buffer.concat([header, root, metadata, tile]);
}

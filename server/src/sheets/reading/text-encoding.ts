import { WrongFile } from './wrong-file.ts';

const piece = 1_048_576;

/** The text of a file, piece by piece. @throws TypeError where the bytes are not of this encoding */
export function* textOf(bytes: Buffer, encoding: string): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for (let at = 0; at < bytes.length; at += piece) {
    yield decoder.decode(bytes.subarray(at, at + piece), { stream: true });
  }
  yield decoder.decode();
}

function fits(bytes: Buffer, encoding: string): boolean {
  try {
    for (const _ of textOf(bytes, encoding));
    return true;
  } catch {
    return false;
  }
}

/** How a text file is encoded: by its mark, else UTF-8, else what Chinese Excel writes. @throws WrongFile */
export function encodingOf(bytes: Buffer): string {
  const mark = bytes.length < 2 ? 0 : bytes.readUInt16BE(0);
  const candidates = mark === 0xff_fe ? ['utf-16le'] : mark === 0xfe_ff ? ['utf-16be'] : ['utf-8', 'gb18030'];
  const found = candidates.find((encoding) => fits(bytes, encoding));
  if (found === undefined) throw new WrongFile('sheet.file.encoding');
  return found;
}

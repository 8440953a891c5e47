import { SaxesParser } from 'saxes';
import { WrongFile } from './wrong-file.ts';

/** What is told of an XML document while it is read. Names come without their namespace prefix. */
export interface XmlHandler {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

/** Reads XML as it comes; after each piece the caller takes what it has made. @throws WrongFile */
export async function* readXml(pieces: AsyncIterable<Buffer>, handler: XmlHandler): AsyncGenerator<void> {
  const parser = new SaxesParser();
  parser.on('error', () => {
    throw new WrongFile('sheet.file.damaged');
  });
  parser.on('doctype', () => {
    throw new WrongFile('sheet.file.damaged');
  });
  parser.on('opentag', (tag) => handler.open?.(localName(tag.name), tag.attributes));
  parser.on('closetag', (tag) => handler.close?.(localName(tag.name)));
  parser.on('text', (text) => handler.text?.(text));
  parser.on('cdata', (text) => handler.text?.(text));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const piece of pieces) {
      parser.write(decoder.decode(piece, { stream: true }));
      yield;
    }
    parser.close();
  } catch (error) {
    throw error instanceof TypeError ? new WrongFile('sheet.file.damaged') : error;
  }
  yield;
}

/** Reads a small document whole. */
export async function readWhole(pieces: AsyncIterable<Buffer>, handler: XmlHandler): Promise<void> {
  for await (const _ of readXml(pieces, handler));
}

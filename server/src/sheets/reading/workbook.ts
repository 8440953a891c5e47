import { mostSharedLength } from './limits.ts';
import { type XmlHandler, readWhole } from './xml.ts';
import { WrongFile } from './wrong-file.ts';
import { unpack, type ZipEntry } from './zip.ts';

/** What a sheet's cells refer to, read once. */
export interface Workbook {
  /** Path of the first sheet that is not hidden. */
  readonly sheet: ZipEntry;
  readonly shared: readonly string[];
  /** By number of a cell's style: whether it shows a day or an hour. */
  readonly dated: readonly boolean[];
  /** Days between the two calendars of spreadsheets, for files that count from 1904. */
  readonly offsetDays: number;
}

type Parts = ReadonlyMap<string, ZipEntry>;

function readPart(bytes: Buffer, parts: Parts, name: string, handler: XmlHandler): Promise<void> {
  const entry = parts.get(name);
  return entry === undefined ? Promise.resolve() : readWhole(unpack(bytes, entry), handler);
}

async function findSheet(bytes: Buffer, parts: Parts): Promise<{ path: string; offsetDays: number }> {
  const sheets: { id: string; hidden: boolean }[] = [];
  let offsetDays = 0;
  await readPart(bytes, parts, 'xl/workbook.xml', {
    open: (name, attributes) => {
      if (name === 'sheet') {
        const id = attributes['r:id'] ?? Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
        sheets.push({ id, hidden: (attributes['state'] ?? 'visible') !== 'visible' });
      }
      if (name === 'workbookPr' && /^(1|true)$/.test(attributes['date1904'] ?? '')) offsetDays = 1_462;
    },
  });
  const targets = new Map<string, string>();
  await readPart(bytes, parts, 'xl/_rels/workbook.xml.rels', {
    open: (name, { Id: id = '', Target: target = '' }) => {
      if (name === 'Relationship') targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
  });
  const path = targets.get(sheets.find(({ hidden }) => !hidden)?.id ?? '');
  if (path === undefined) throw new WrongFile('sheet.file.noSheet');
  return { path, offsetDays };
}

async function readShared(bytes: Buffer, parts: Parts): Promise<string[]> {
  const shared: string[] = [];
  let text = '';
  let total = 0;
  // Phonetic guides stand inside an entry but are not its text.
  let inText = false;
  let phonetic = false;
  await readPart(bytes, parts, 'xl/sharedStrings.xml', {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic = true;
      else if (name === 't') inText = !phonetic;
    },
    text: (piece) => {
      if (inText) text += piece;
    },
    close: (name) => {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si') {
        total += text.length;
        if (total > mostSharedLength) throw new WrongFile('sheet.file.bomb');
        shared.push(text);
      }
    },
  });
  return shared;
}

function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) {
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
  }
  return /[ymdhs]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\.|general/gi, ''));
}

async function readDated(bytes: Buffer, parts: Parts): Promise<boolean[]> {
  const codes = new Map<number, string>();
  const styles: number[] = [];
  let inCells = false;
  await readPart(bytes, parts, 'xl/styles.xml', {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) styles.push(Number(attributes['numFmtId'] ?? 0));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles.map((id) => isDateFormat(id, codes.get(id)));
}

async function refuseMacros(bytes: Buffer, parts: Parts): Promise<void> {
  if ([...parts.keys()].some((name) => /vbaProject\.bin$|^xl\/macrosheets\//i.test(name))) {
    throw new WrongFile('sheet.file.macro');
  }
  await readPart(bytes, parts, '[Content_Types].xml', {
    open: (_name, { ContentType: type = '' }) => {
      if (/macroEnabled/i.test(type)) throw new WrongFile('sheet.file.macro');
    },
  });
}

/** Reads what surrounds the cells of a workbook. @throws WrongFile */
export async function openWorkbook(bytes: Buffer, parts: Parts): Promise<Workbook> {
  await refuseMacros(bytes, parts);
  if (!parts.has('xl/workbook.xml')) throw new WrongFile('sheet.file.type');
  const { path, offsetDays } = await findSheet(bytes, parts);
  const sheet = parts.get(path);
  if (sheet === undefined) throw new WrongFile('sheet.file.noSheet');
  return { sheet, offsetDays, shared: await readShared(bytes, parts), dated: await readDated(bytes, parts) };
}

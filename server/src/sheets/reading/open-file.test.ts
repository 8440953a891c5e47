import { deflateRawSync } from 'node:zlib';
import type { RawCell } from '@gezhi/domain/sheets/index';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { openFile } from './open-file.ts';
import { WrongFile } from './wrong-file.ts';

interface Part {
  readonly name: string;
  readonly text: string | Buffer;
  /** What the directory says of it instead of the truth. */
  readonly unpacked?: number;
  readonly encrypted?: boolean;
}

/** Packs parts as a zip, honest unless told otherwise. */
function zip(parts: readonly Part[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, text, unpacked, encrypted } of parts) {
    const bytes = Buffer.from(text);
    const packed = deflateRawSync(bytes);
    const label = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt16LE(label.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(encrypted === true ? 1 : 0, 8);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(unpacked ?? bytes.length, 24);
    entry.writeUInt16LE(label.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, label, packed);
    directory.push(entry, label);
    offset += 30 + label.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, list, end]);
}

const workbookParts = (sheet: string | Buffer, more: Partial<Part> = {}): Part[] => [
  {
    name: 'xl/workbook.xml',
    text: '<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    text: '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
  },
  { name: 'xl/worksheets/sheet1.xml', text: sheet, ...more },
];

const sheetOf = (rows: string, after = '') => `<worksheet><sheetData>${rows}</sheetData>${after}</worksheet>`;

async function read(bytes: Buffer): Promise<{ line: number; cells: RawCell[] }[]> {
  const rows: { line: number; cells: RawCell[] }[] = [];
  for await (const batch of (await openFile(bytes)).rows()) {
    for (const { line, cells } of batch) rows.push({ line, cells: [...cells] });
  }
  return rows;
}

async function refused(bytes: Buffer): Promise<string> {
  try {
    await read(bytes);
  } catch (error) {
    if (error instanceof WrongFile) return error.code;
    throw error;
  }
  return 'taken';
}

async function made(fill: (page: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('Sheet1'), book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

describe('a workbook', () => {
  it('gives numbers, texts, days, formula results and what formulas left behind', async () => {
    const bytes = await made((page) => {
      page.getCell('A1').value = '姓名';
      page.getCell('B1').value = 12.5;
      page.getCell('C1').value = new Date('2026-11-22T00:00:00Z');
      page.getCell('C1').numFmt = 'yyyy"年"m"月"d"日"';
      page.getCell('D1').value = { formula: 'B1*2', result: 25 };
      page.getCell('E1').value = { formula: 'VLOOKUP(1,2,3)' };
      page.getCell('F1').value = { error: '#N/A' };
      page.getCell('G1').value = true;
      page.getCell('H1').value = { richText: [{ text: '荷' }, { text: '城' }] };
      page.getCell('A3').value = '第三行';
    });
    const [first, third] = await read(bytes);
    expect(first?.cells.slice(0, 4)).toEqual(['姓名', 12.5, { serial: 46_348 }, 25]);
    expect(first?.cells.slice(4)).toEqual([
      { error: 'formula', text: expect.any(String) as string },
      { error: 'value', text: '#N/A' },
      true,
      '荷城',
    ]);
    expect(third).toEqual({ line: 3, cells: ['第三行'] });
  });

  it('gives every cell of a merged range its value', async () => {
    const bytes = await made((page) => {
      page.addRow(['社区', '姓名']);
      page.addRow(['荷城', '甲']);
      page.addRow([null, '乙']);
      page.addRow([null, '丙']);
      page.addRow(['港城', '丁']);
      page.mergeCells('A2:A4');
    });
    expect((await read(bytes)).map(({ cells }) => cells[0])).toEqual(['社区', '荷城', '荷城', '荷城', '港城']);
  });

  it('reads the first sheet that is not hidden, and counts days from 1904 where the file does', async () => {
    const bytes = await made((page, book) => {
      page.state = 'hidden';
      page.addRow(['hidden']);
      book.properties.date1904 = true;
      const shown = book.addWorksheet('shown');
      shown.addRow(['shown', new Date('2026-11-22T00:00:00Z')]);
      shown.getCell('B1').numFmt = 'yyyy-mm-dd';
    });
    expect(await read(bytes)).toEqual([{ line: 1, cells: ['shown', { serial: 46_348 }] }]);
  });

  it('is understood without row numbers, with prefixes and inline text, and without phonetic guides', async () => {
    const rows =
      '<x:row><x:c t="inlineStr"><x:is><x:t>甲</x:t><x:rPh><x:t>jia</x:t></x:rPh></x:is></x:c><x:c><x:v>7</x:v></x:c></x:row>';
    const sheet = `<x:worksheet xmlns:x="x"><x:sheetData>${rows}</x:sheetData></x:worksheet>`;
    expect(await read(zip(workbookParts(sheet)))).toEqual([{ line: 1, cells: ['甲', 7] }]);
  });
});

describe('a text file', () => {
  const text = '姓名,区域\r\n王芳,"荷城,社区"\r\n\r\n李伟,港城\r\n';
  const rows = [
    { line: 1, cells: ['姓名', '区域'] },
    { line: 2, cells: ['王芳', '荷城,社区'] },
    { line: 4, cells: ['李伟', '港城'] },
  ];
  // 姓名,区域 / 王芳,"荷城,社区" / / 李伟,港城 in GBK
  const gbk = Buffer.from(
    'd0d5c3fb2cc7f8d3f20d0acdf5b7bc2c22bac9b3c72cc9e7c7f8220d0a0d0ac0eece b02cb8dbb3c70d0a'.replaceAll(' ', ''),
    'hex',
  );

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['GBK', gbk],
    ['tabs', Buffer.from(text.replace('荷城,社区', '荷城;社区').replaceAll(/(?<=[名芳"伟]),/g, '\t'))],
  ])('in %s', async (name, bytes) => {
    const read$ = await read(bytes);
    expect(name === 'tabs' ? read$.length : read$).toEqual(name === 'tabs' ? 3 : rows);
    expect(read$[1]?.cells).toHaveLength(2);
  });

  it('gives back texts that were made safe for spreadsheets', async () => {
    expect(await read(Buffer.from("a,b\n'=1+1,'''@x\n"))).toMatchObject([{}, { cells: ['=1+1', "''@x"] }]);
  });
});

describe('a file that is refused', () => {
  const empty = sheetOf('<row r="1"><c t="inlineStr"><is><t>姓名</t></is></c></row>');
  const cases: readonly (readonly [string, Buffer, string])[] = [
    ['nothing', Buffer.alloc(0), 'sheet.file.empty'],
    ['a PDF', Buffer.from('%PDF-1.7 …'), 'sheet.file.type'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), 'sheet.file.type'],
    ['an old or locked workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'sheet.file.old'],
    ['another kind of archive', zip([{ name: 'word/document.xml', text: '<a/>' }]), 'sheet.file.type'],
    ['macros', zip([...workbookParts(empty), { name: 'xl/vbaProject.bin', text: 'x' }]), 'sheet.file.macro'],
    [
      'a workbook that says it has macros',
      zip([
        ...workbookParts(empty),
        {
          name: '[Content_Types].xml',
          text: '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>',
        },
      ]),
      'sheet.file.macro',
    ],
    ['a locked part', zip(workbookParts(empty, { encrypted: true })), 'sheet.file.locked'],
    ['a bomb by its ratio', zip(workbookParts(sheetOf(' '.repeat(8_000_000)))), 'sheet.file.bomb'],
    ['a bomb by its total', zip(workbookParts(empty, { unpacked: 3_000_000_000 })), 'sheet.file.bomb'],
    ['a directory that lies', zip(workbookParts(sheetOf(' '.repeat(900_000)), { unpacked: 1_000 })), 'sheet.file.bomb'],
    ['half a file', zip(workbookParts(empty)).subarray(0, 200), 'sheet.file.damaged'],
    ['entities', zip(workbookParts(`<!DOCTYPE a [<!ENTITY b "c">]>${empty}`)), 'sheet.file.damaged'],
    ['XML that ends early', zip(workbookParts('<worksheet><sheetData><row>')), 'sheet.file.damaged'],
    ['no encoding there is', Buffer.from([0x41, 0x2c, 0x81, 0xff, 0xff, 0x0a]), 'sheet.file.encoding'],
  ];
  it.each(cases)('%s', async (_name, bytes, code) => {
    expect(await refused(bytes)).toBe(code);
  });

  it('parts that lie on top of one another', async () => {
    const bytes = zip(workbookParts(sheetOf('<row r="1"/>')));
    const first = bytes.indexOf(Buffer.from('504b0102', 'hex'));
    const second = bytes.indexOf(Buffer.from('504b0102', 'hex'), first + 4);
    bytes.writeUInt32LE(bytes.readUInt32LE(first + 42), second + 42);
    expect(await refused(bytes)).toBe('sheet.file.bomb');
  });

  it('a million empty rows', async () => {
    // Dressed in styles, as a spreadsheet leaves them behind; each row differs, so the file is no bomb.
    const rows = Array.from({ length: 1_000_000 }, (_, i) => `<row r="${i + 1}" s="${(i * 7919) % 9973}"/>`);
    expect(await refused(zip(workbookParts(sheetOf(rows.join('')))))).toBe('sheet.file.emptyRows');
  });
});

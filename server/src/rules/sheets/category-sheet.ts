import { sayNamed } from '@gezhi/contract/words/index';
import type { Category } from '@gezhi/domain/rules/index';
import type { Values } from '@gezhi/domain/sheets/index';
import type { SheetKind } from '../../sheets/index.ts';
import type { writeRules } from '../write-rules.ts';
import { ruleSheet } from './rule-sheet.ts';

const text = (value: Values[string] | undefined): string => (typeof value === 'string' ? value.trim() : '');

type Row = Category & Readonly<Record<string, unknown>>;

function rowOf(values: Values, before: Row | undefined): Row {
  const said = (key: string, was: string | undefined) => (values[key] === undefined ? was : text(values[key]));
  const [zh, en] = [said('nameZh', before?.name.zh), said('nameEn', before?.name.en)];
  const retired = values['retired'] === undefined ? before?.retired === true : values['retired'] === 'true';
  return {
    code: text(values['code']),
    name: { zh: zh ?? '', ...(en === undefined || en === '' ? {} : { en }) },
    ...(retired ? { retired: true } : {}),
  };
}

/** Categories as a sheet, told again by their codes. One that cases bear is retired, never taken away. */
export function categorySheet(deps: Parameters<typeof writeRules>[0]): SheetKind {
  return ruleSheet<Row, undefined>(deps, {
    kind: 'categories',
    name: 'rules.kind.categories',
    key: 'code',
    columns: [
      { key: 'code', heading: 'rules.column.code', type: 'code', required: true, longest: 20 },
      { key: 'nameZh', heading: 'rules.column.name.zh', type: 'text', required: true, longest: 60 },
      { key: 'nameEn', heading: 'rules.column.name.en', type: 'text', longest: 120 },
      {
        key: 'retired',
        heading: 'rules.column.retired',
        type: 'choice',
        choices: ({ locale }) =>
          Promise.resolve(
            ['false', 'true'].map((code) => ({
              code,
              name: sayNamed(locale, code === 'true' ? 'rules.yes' : 'rules.no', code),
            })),
          ),
      },
    ],
    listOf: (cut) => cut.categories.body.categories,
    bodyWith: (cut, categories) => ({ ...cut.categories.body, categories }),
    look: () => Promise.resolve(undefined),
    valuesOf: ({ code, name, retired }, _look, said = {}) => ({
      code,
      nameZh: name.zh,
      nameEn: name.en ?? null,
      // Left open it is in use, which is what most rows are.
      retired: retired === true ? 'true' : said['retired'] === null ? null : 'false',
    }),
    rowOf,
    cellFaults: () => [],
    columnOf: (path) => (path === 'name.zh' ? 'nameZh' : path === 'name.en' ? 'nameEn' : 'code'),
    // A category may stand above its parent in the file, or in another part of it.
    healed: (code, values, inFile) =>
      code === 'rules.noParent' &&
      [2, 4, 6].some((length) => {
        const parent = text(values['code']).slice(0, length);
        return (
          parent !== text(values['code']) &&
          parent.length === text(values['code']).length - 2 &&
          inFile(parent) === true
        );
      }),
  });
}

import { ruleBodies } from '@gezhi/contract/rules/index';
import { isWordId, say, type WordId } from '@gezhi/contract/words/index';
import { mayIn } from '@gezhi/domain/access/index';
import type { Values } from '@gezhi/domain/sheets/index';
import { isRefusal } from '../../refusal.ts';
import type { CellFault, Examined, SheetColumn, SheetContext, SheetKind, SheetRow } from '../../sheets/index.ts';
import { checkRules } from '../check-rules.ts';
import type { RuleCut } from '../rule-cut.ts';
import { cutAt } from '../rules-at.ts';
import { writeRules } from '../write-rules.ts';

type Deps = Parameters<typeof writeRules>[0];

/** A kind of rules that is one long list of rows. */
export type ListKind = 'categories' | 'dutyList';

/** How the rows of a list of rules stand in a sheet. */
export interface RuleRows<Row, Look> {
  readonly kind: ListKind;
  readonly name: WordId;
  readonly columns: readonly SheetColumn[];
  /** Column and property that tell a row again. */
  readonly key: 'code' | 'id';
  readonly listOf: (cut: RuleCut) => readonly Row[];
  /** The body in force with other rows. */
  readonly bodyWith: (cut: RuleCut, rows: readonly Row[]) => unknown;
  /** What cells may mean, read together. */
  readonly look: (context: SheetContext, cut: RuleCut, values: readonly Values[]) => Promise<Look>;
  readonly valuesOf: (row: Row, look: Look, said?: Values) => Values;
  readonly rowOf: (values: Values, before: Row | undefined, look: Look) => Row;
  /** What cells mean nothing or two things, beyond what the check of the rules says. */
  readonly cellFaults: (values: Values, look: Look) => readonly CellFault[];
  /** The column that a path below the row is shown in: `lead.org`, `category`. */
  readonly columnOf: (path: string) => string;
  /** Whether another row of the file heals a fault of this one. */
  readonly healed?: (code: string, values: Values, inFile: SheetContext['inFile']) => boolean;
}

/** Rows written at once: a version is written whole, whatever the file changes of it. */
const whole = 5_000;

const faultWord = (code: string): WordId => {
  const id = `problem.${code}`;
  return isWordId(id) ? id : 'problem.field.invalid';
};

/** A list of rules as a sheet: every import that changes something is one new version, in force at once. */
export function ruleSheet<Row extends Readonly<Record<string, unknown>>, Look>(
  deps: Deps,
  of: RuleRows<Row, Look>,
): SheetKind {
  const keyOf = (values: Values): string => String(values[of.key] ?? '');
  const keyIn = (row: Row): string => String(row[of.key]);

  /** The list as it would be with the rows of the file, and where each of them stands in it. */
  function merged(cut: RuleCut, look: Look, rows: readonly { readonly values: Values }[]) {
    const list = [...of.listOf(cut)];
    const at = new Map(list.map((row, index) => [keyIn(row), index]));
    const places = rows.map(({ values }) => {
      const known = at.get(keyOf(values));
      const place = known ?? list.length;
      at.set(keyOf(values), place);
      list[place] = of.rowOf(values, known === undefined ? undefined : list[known], look);
      return place;
    });
    return { list, places };
  }

  /** Everything wrong with the whole list, each by the place of its row. */
  async function wrongs(context: SheetContext, cut: RuleCut, body: unknown) {
    const parsed = ruleBodies[of.kind].safeParse(body);
    const found = parsed.success
      ? await checkRules(context.trx, of.kind, parsed.data as never, {
          county: context.county,
          cut,
          now: new Date(context.now).toISOString(),
          editing: [],
        })
      : parsed.error.issues.map(({ path }) => ({ path: path.join('.'), code: 'field.invalid', params: undefined }));
    return found.map(({ path, code, params }) => {
      const [, index, ...below] = path.split('.');
      return { place: index === undefined ? undefined : Number(index), path: below.join('.'), code, params };
    });
  }

  return {
    code: of.kind,
    name: of.name,
    permission: { read: 'rules.read', write: 'rules.edit' },
    atOnce: whole,
    columns: of.columns,
    keyOf,
    remember: () => true,
    read: async function* read(context) {
      const cut = await cutAt(context.trx, context.county, context.now);
      const rows = of.listOf(cut);
      const look = await of.look(context, cut, []);
      const shown = rows.map((row): SheetRow => {
        const values = of.valuesOf(row, look);
        return { id: keyIn(row), version: String(cut[of.kind].version), values };
      });
      for (let from = 0; from < shown.length; from += 1_000) yield shown.slice(from, from + 1_000);
    },
    examine: async (context, rows) => {
      const cut = await cutAt(context.trx, context.county, context.now);
      const look = await of.look(
        context,
        cut,
        rows.map(({ values }) => values),
      );
      const before = new Map(of.listOf(cut).map((row) => [keyIn(row), row]));
      const { list, places } = merged(cut, look, rows);
      const cells = rows.map(({ values }) => of.cellFaults(values, look));
      const allowed = mayIn(context.actor, 'rules.edit', context.county);
      const found = cells.every((faults) => faults.length === 0)
        ? await wrongs(context, cut, of.bodyWith(cut, list))
        : [];
      return rows.map(({ values }, index): Examined => {
        const own = found.filter(
          ({ place }) => place === places[index] || (index === 0 && !places.includes(place ?? -1)),
        );
        const faults = own
          .filter(({ code }) => of.healed?.(code, values, context.inFile) !== true)
          .map(({ path, code, params }) => ({
            column: of.columnOf(path),
            code: faultWord(code),
            ...(params === undefined ? {} : { params }),
          }));
        const was = before.get(keyOf(values));
        return {
          faults: [
            ...(allowed ? [] : [{ code: 'problem.access.forbidden', params: { permission: 'rules.edit' } } as const]),
            ...(cells[index] ?? []),
            ...faults,
          ],
          was: was && {
            id: keyIn(was),
            version: String(cut[of.kind].version),
            values: of.valuesOf(was, look, values),
          },
        };
      });
    },
    write: async (context, rows) => {
      if (rows.length === 0) return;
      const cut = await cutAt(context.trx, context.county, context.now);
      const typed = rows.map(({ row }) => row);
      const look = await of.look(
        context,
        cut,
        typed.map(({ values }) => values),
      );
      const body = ruleBodies[of.kind].parse(of.bodyWith(cut, merged(cut, look, typed).list));
      const note = say(context.locale, 'rules.bySheet');
      const written = await writeRules(deps, context.trx, context.actor, of.kind, {
        body,
        note,
        applyToRunning: false,
      });
      if (isRefusal(written) && written.code !== 'rules.unchanged')
        throw new Error(`the list was refused after it was examined: ${written.code}`);
    },
  };
}

import type { RegisterEntryRow } from '@gezhi/contract/registers/index';
import { type RegisterField, registerKind, type RegisterKind } from '@gezhi/domain/registers/index';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { countyZone } from '../../api/program-time.ts';
import { exactTime } from '../../ui/time-words.ts';
import { useLocale } from '../../words/locale.tsx';
import type { Column } from '../app/rows.tsx';
import { useRoleName } from '../people/use-role-name.ts';
import { AreaName } from '../pickers/area-name.tsx';
import { OrgName } from '../pickers/org-name.tsx';

/** Ids that say nothing to a reader; who they stand for is another column. */
const hidden = new Set(['post', 'servicePlace']);

/** The date of a time, with the rest on hover. */
export function Day({ at }: { readonly at: string | undefined }) {
  if (at === undefined) return null;
  const exact = exactTime(Date.parse(at), countyZone);
  return (
    <time className="figures" dateTime={at} title={exact}>
      {exact.slice(0, 10)}
    </time>
  );
}

/** What a field of an entry holds, in words. */
export function FieldText({ field, value }: { readonly field: RegisterField; readonly value: unknown }): ReactNode {
  const { named } = useLocale();
  const roleName = useRoleName();
  if (value === undefined || value === null) return null;
  const text = typeof value === 'string' ? value : '';
  switch (field.type) {
    case 'choice':
      return named(`registers.choice.${field.name}.`, text);
    case 'flag':
      return named('registers.flag.', value === true ? 'true' : 'false');
    case 'number':
      return typeof value === 'number' ? value : null;
    case 'area':
      return <AreaName code={text} />;
    case 'org':
      return <OrgName id={text} />;
    case 'role':
      return roleName(text);
    default:
      return text;
  }
}

/** All that the fields of an entry say, as one line. */
export function FieldsLine({ entry }: { readonly entry: RegisterEntryRow }) {
  const { named } = useLocale();
  const fields = registerKind(entry.kind).fields.filter(
    ({ name, type }) => entry.fields[name] !== undefined && !hidden.has(type),
  );
  return (
    <>
      {fields.map((field, at) => (
        <span key={field.name}>
          {at === 0 ? '' : ' · '}
          {field.type === 'flag' || field.type === 'number' ? `${named('registers.field.', field.name)} ` : ''}
          <FieldText field={field} value={entry.fields[field.name]} />
        </span>
      ))}
    </>
  );
}

/** Columns of a list of one kind. The first opens the entry, where it may be changed. */
export function useEntryColumns(
  kind: RegisterKind,
  onOpen: ((entry: RegisterEntryRow) => void) | undefined,
): readonly Column<RegisterEntryRow>[] {
  const { say, named } = useLocale();
  const columns: Column<RegisterEntryRow>[] = [];
  const named1 = (key: string, title: string, cell: Column<RegisterEntryRow>['cell']) =>
    columns.push({ key, title, cell });
  if (kind.person !== 'no') named1('person', say('registers.column.person'), (row) => row.personName ?? '');
  if (kind.org !== 'no') named1('org', say('registers.column.org'), (row) => row.orgName ?? '');
  if (kind.household !== 'no') named1('household', say('registers.household'), (row) => row.address ?? '');
  for (const field of kind.fields.filter(({ type }) => !hidden.has(type))) {
    columns.push({
      key: `field.${field.name}`,
      title: named('registers.field.', field.name),
      cell: (row) => <FieldText field={field} value={row.fields[field.name]} />,
      ...(field.type === 'longText' ? { wide: true } : {}),
      ...(field.type === 'number' ? { figure: true } : {}),
    });
  }
  if (kind.code === 'anchorHousehold')
    columns.push({ key: 'n', title: say('registers.looksAfter'), figure: true, cell: (row) => row.looksAfter ?? 0 });
  named1('area', say('registers.area'), (row) => <AreaName code={row.area} />);
  named1('from', say('registers.column.from'), (row) => <Day at={row.from} />);
  if (kind.to !== 'no') named1('to', say('registers.column.to'), (row) => <Day at={row.to} />);
  if (onOpen !== undefined)
    named1('open', '', (row) => (
      <Button type="link" size="small" className="registers-open" onClick={() => onOpen(row)}>
        {say('registers.change')}
      </Button>
    ));
  return columns;
}

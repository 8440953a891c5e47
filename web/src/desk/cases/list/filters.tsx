import { caseKind, caseState, channel, light, urgency } from '@gezhi/contract/cases/index';
import { Button, Checkbox, DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import { useSay } from '../../../words/locale.tsx';
import { AreaSelect } from '../../pickers/area-select.tsx';
import { CategoryPicker } from '../../pickers/category-picker.tsx';
import { OrgPicker } from '../../pickers/org-picker.tsx';
import type { CasesSearch } from '../search.ts';

interface FiltersProps {
  readonly search: CasesSearch;
  readonly onChange: (change: Partial<CasesSearch>) => void;
  readonly onClear: () => void;
}

/** Everything the list can be narrowed by. */
export function Filters({ search, onChange, onClear }: FiltersProps) {
  const say = useSay();
  const several = <Value extends string>(
    label: string,
    value: readonly Value[] | undefined,
    options: readonly { value: Value; label: string }[],
    set: (next: Value[]) => void,
  ) => (
    <Labelled label={label}>
      <Select
        mode="multiple"
        aria-label={label}
        value={[...(value ?? [])]}
        options={[...options]}
        onChange={set}
        maxTagCount="responsive"
      />
    </Labelled>
  );
  return (
    <div className="case-filters" role="group" aria-label={say('cases.filters')}>
      {several(
        say('cases.filter.state'),
        search.state,
        caseState.options.map((value) => ({ value, label: say(`case.state.${value}`) })),
        (state) => onChange({ state }),
      )}
      {several(
        say('cases.filter.light'),
        search.light,
        light.options.map((value) => ({ value, label: say(`case.light.${value}`) })),
        (lights) => onChange({ light: lights }),
      )}
      <Labelled label={say('cases.filter.category')}>
        <CategoryPicker
          label={say('cases.filter.category')}
          value={search.category}
          onChange={(category) => onChange({ category })}
          clearable
        />
      </Labelled>
      <Labelled label={say('cases.filter.area')}>
        <AreaSelect value={search.area} onChange={(area) => onChange({ area })} clearable />
      </Labelled>
      <Labelled label={say('cases.filter.org')}>
        <OrgPicker label={say('cases.filter.org')} value={search.org} onChange={(org) => onChange({ org })} clearable />
      </Labelled>
      {several(
        say('cases.filter.channel'),
        search.channel,
        channel.options.map((value) => ({ value, label: say(`case.channel.${value}`) })),
        (channels) => onChange({ channel: channels }),
      )}
      <Labelled label={say('cases.filter.urgency')}>
        <Select
          allowClear
          aria-label={say('cases.filter.urgency')}
          value={search.urgency}
          options={urgency.options.map((value) => ({ value, label: say(`case.urgency.${value}`) }))}
          onChange={(value) => onChange({ urgency: value })}
        />
      </Labelled>
      <Labelled label={say('cases.filter.kind')}>
        <Select
          allowClear
          aria-label={say('cases.filter.kind')}
          value={search.kind}
          options={caseKind.options.map((value) => ({ value, label: say(`case.kind.${value}`) }))}
          onChange={(value) => onChange({ kind: value })}
        />
      </Labelled>
      <Labelled label={say('cases.filter.days')} wide>
        <DatePicker.RangePicker
          value={[
            search.from === undefined ? null : dayjs(search.from),
            search.to === undefined ? null : dayjs(search.to),
          ]}
          allowEmpty={[true, true]}
          onChange={(days) => onChange({ from: days?.[0]?.format('YYYY-MM-DD'), to: days?.[1]?.format('YYYY-MM-DD') })}
        />
      </Labelled>
      <Checkbox
        checked={search.overdue === true}
        onChange={(event) => onChange({ overdue: event.target.checked ? true : undefined })}
      >
        {say('cases.filter.overdue')}
      </Checkbox>
      <Button onClick={onClear}>{say('cases.filters.clear')}</Button>
    </div>
  );
}

function Labelled({
  label,
  wide = false,
  children,
}: {
  readonly label: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div className={wide ? 'case-filter case-filter-wide' : 'case-filter'}>
      <span className="sheet-small" aria-hidden="true">
        {label}
      </span>
      {children}
    </div>
  );
}

import { peopleRoutes } from '@gezhi/contract/people/index';
import { organisationKinds } from '@gezhi/domain/people/index';
import { Button, Input, Select } from 'antd';
import { useAnswer } from '../../api/query.ts';
import { useLocale } from '../../words/locale.tsx';
import { Field } from '../app/field.tsx';
import { AreaSelect } from '../pickers/area-select.tsx';
import { StaffingNeedForm } from './staffing-need-form.tsx';
import { freeId, newNeed, type StaffingRow, unitPer } from './staffing-rows.ts';
import { useRules } from './use-rules.ts';

type Unit = StaffingRow['unit'];
const ways: readonly Unit['per'][] = ['area', 'organisation', 'zone', 'areaAndDepartment'];

interface FormProps {
  readonly rule: StaffingRow;
  readonly onChange: (rule: StaffingRow) => void;
}

/** One staffing rule: its name, what it counts, where, and its needs. */
export function StaffingRuleForm({ rule, onChange }: FormProps) {
  const { say, named } = useLocale();
  const { unit, needs } = rule;
  const setArea = (area: string | undefined) => {
    const { area: _was, ...rest } = rule;
    onChange(area === undefined ? rest : { ...rest, area });
  };
  const nameIn = (zh: string, en: string | undefined) => (en === undefined || en === '' ? { zh } : { zh, en });
  return (
    <div className="rules-staffing-rule">
      <div className="fields rules-staffing-fields">
        <Field label={say('rules.column.name.zh')} needed>
          {(id) => (
            <Input
              id={id}
              value={rule.name.zh}
              maxLength={60}
              onChange={(event) => onChange({ ...rule, name: nameIn(event.target.value, rule.name.en) })}
            />
          )}
        </Field>
        <Field label={say('rules.column.name.en')}>
          {(id) => (
            <Input
              id={id}
              value={rule.name.en ?? ''}
              maxLength={120}
              onChange={(event) => onChange({ ...rule, name: nameIn(rule.name.zh, event.target.value) })}
            />
          )}
        </Field>
        <Field label={say('rules.column.unit.per')} needed>
          {(id) => (
            <Select
              id={id}
              value={unit.per}
              options={ways.map((value) => ({ value, label: named('rules.unit.', value) }))}
              onChange={(per) => onChange({ ...rule, unit: unitPer(per, unit) })}
            />
          )}
        </Field>
        <UnitFields unit={unit} onChange={(next) => onChange({ ...rule, unit: next })} />
        <Field label={say('rules.staffing.only')} hint={say('rules.staffing.only.hint')}>
          {(id) => <AreaSelect id={id} value={rule.area} onChange={setArea} clearable />}
        </Field>
      </div>
      <h3 className="rules-part">{say('rules.column.needs')}</h3>
      {needs.map((need, at) => (
        <StaffingNeedForm
          key={need.id}
          need={need}
          only={needs.length === 1}
          onChange={(next) => onChange({ ...rule, needs: needs.map((one, i) => (i === at ? next : one)) })}
          onDrop={() => onChange({ ...rule, needs: needs.filter((_, i) => i !== at) })}
        />
      ))}
      <Button
        size="small"
        onClick={() => {
          const id = freeId(
            'need',
            needs.map((one) => one.id),
          );
          onChange({ ...rule, needs: [...needs, newNeed(id)] });
        }}
      >
        {say('rules.staffing.addNeed')}
      </Button>
    </div>
  );
}

interface UnitProps {
  readonly unit: Unit;
  readonly onChange: (unit: Unit) => void;
}

/** What a way of counting asks beside: kinds of areas or bodies, the purpose of zones, the departments. */
function UnitFields({ unit, onChange }: UnitProps) {
  const { say, named } = useLocale();
  const areaKinds = (useRules('areaKinds')?.kinds ?? []).map(({ id }) => id);
  if (unit.per === 'zone') {
    return (
      <Field label={say('rules.column.unit.purpose')} needed hint={say('rules.staffing.purpose.hint')}>
        {(id) => (
          <Input
            id={id}
            value={unit.purpose}
            maxLength={40}
            onChange={(event) => onChange({ ...unit, purpose: event.target.value })}
          />
        )}
      </Field>
    );
  }
  const ofBodies = unit.per === 'organisation';
  const start = ofBodies ? 'org.kind.' : 'places.kind.';
  const codes: readonly string[] = ofBodies ? organisationKinds : [...new Set([...areaKinds, ...unit.kinds])];
  return (
    <>
      <Field label={say('rules.column.unit.kinds')} needed>
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            value={[...unit.kinds] as string[]}
            options={codes.map((value) => ({ value, label: named(start, value) }))}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={(kinds: string[]) => onChange({ ...unit, kinds } as Unit)}
          />
        )}
      </Field>
      {unit.per === 'areaAndDepartment' ? (
        <Departments
          chosen={unit.departments}
          onChange={(departments) => onChange({ ...unit, departments: [...departments] })}
        />
      ) : null}
    </>
  );
}

function Departments({
  chosen,
  onChange,
}: {
  readonly chosen: readonly string[];
  readonly onChange: (departments: readonly string[]) => void;
}) {
  const { say } = useLocale();
  const orgs = useAnswer(peopleRoutes.listOrganisations, { query: { limit: 200 } }, { staleTime: 600_000 });
  const rows = orgs.data?.value.rows ?? [];
  // Rules name a department by its id or by its code; whichever stands there stays.
  const options = rows.map(({ id, code, name }) => ({
    value: code !== undefined && chosen.includes(code) ? code : id,
    label: name,
  }));
  return (
    <Field label={say('rules.column.unit.departments')} hint={say('rules.staffing.departments.hint')}>
      {(id) => (
        <Select
          id={id}
          mode="multiple"
          value={[...chosen]}
          options={options}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={onChange}
        />
      )}
    </Field>
  );
}

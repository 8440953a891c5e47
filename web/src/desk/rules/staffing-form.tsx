import type { RuleBody } from '@gezhi/contract/rules/index';
import { inLocale } from '@gezhi/contract/words/index';
import { Button } from 'antd';
import { useState } from 'react';
import { useLocale } from '../../words/locale.tsx';
import { freeId, newRule } from './staffing-rows.ts';
import { StaffingRuleForm } from './staffing-rule-form.tsx';

type Rows = RuleBody<'staffing'>['rows'];

interface StaffingFormProps {
  readonly rows: Rows;
  readonly onChange: (rows: Rows) => void;
}

/** Staffing rules to change: what is counted, and how many of whom each needs; one rule open at a time. */
export function StaffingForm({ rows, onChange }: StaffingFormProps) {
  const { say, locale, named } = useLocale();
  const [open, setOpen] = useState<number>();
  return (
    <div className="rules-staffing">
      <div className="page-choices">
        <span className="sheet-small">{say('rules.rows', { n: rows.length })}</span>
        <Button
          onClick={() => {
            const id = freeId(
              'rule',
              rows.map((row) => row.id),
            );
            onChange([...rows, newRule(id)]);
            setOpen(rows.length);
          }}
        >
          {say('rules.staffing.add')}
        </Button>
      </div>
      <ul className="rules-staffing-list">
        {rows.map((row, at) => (
          <li key={row.id}>
            <div className="page-choices">
              <button
                type="button"
                className="people-link-button"
                aria-expanded={open === at}
                onClick={() => setOpen(open === at ? undefined : at)}
              >
                {inLocale(locale, row.name) || say('rules.staffing.unnamed')}
              </button>
              <span className="sheet-small">
                {named('rules.unit.', row.unit.per)} · {say('rules.staffing.needs', { n: row.needs.length })}
              </span>
              <Button
                type="text"
                size="small"
                aria-label={say('rules.staffing.drop', { name: inLocale(locale, row.name) })}
                onClick={() => {
                  onChange(rows.filter((_, i) => i !== at));
                  setOpen(undefined);
                }}
              >
                ×
              </Button>
            </div>
            {open === at ? (
              <StaffingRuleForm
                rule={row}
                onChange={(next) => onChange(rows.map((one, i) => (i === at ? next : one)))}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

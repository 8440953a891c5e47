import type { CaseView, StaffCommand } from '@gezhi/contract/cases/index';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useSay } from '../../../words/locale.tsx';
import type { Chosen } from './command-bar.tsx';
import { commandFrom, fieldsOf } from '../../../ui/cases/command-fields.ts';
import { FieldInput } from './field-input.tsx';
import { startingValues } from './starting-values.ts';
import { Suggestion } from './suggestion.tsx';

interface CommandFormProps {
  readonly found: CaseView;
  readonly chosen: Chosen;
  readonly busy: boolean;
  readonly refusal: ReactNode;
  readonly onGive: (command: StaffCommand) => void;
  readonly onCancel: () => void;
}

/** What a command needs to know, asked in place of the buttons: the case above stays in sight. */
export function CommandForm({ found, chosen, busy, refusal, onGive, onCancel }: CommandFormProps) {
  const say = useSay();
  const { command } = chosen;
  const [values, setValues] = useState(() => startingValues(found, chosen));
  const [invalid, setInvalid] = useState(false);
  const own = found.workOrders.filter(({ mine }) => mine);
  const fields = fieldsOf(command).filter(
    ({ widget }) => widget !== 'workOrder' || own.length > 1 || command === 'rateBody',
  );
  const name = say(`case.command.${command}`);

  const give = () => {
    const ready = commandFrom(command, values);
    setInvalid(!ready.success);
    if (ready.success) onGive(ready.data);
  };
  return (
    <form
      className="command-form"
      aria-label={name}
      onSubmit={(event) => {
        event.preventDefault();
        give();
      }}
    >
      <h3>{name}</h3>
      <div className="command-fields">
        {command === 'dispatch' ? <Suggestion found={found} /> : null}
        {fields.map((field) => (
          <FieldInput
            key={field.name}
            field={field}
            command={command}
            found={found}
            value={values[field.name]}
            onChange={(value) => setValues((all) => ({ ...all, [field.name]: value }))}
          />
        ))}
      </div>
      {refusal}
      {invalid ? <Alert type="error" showIcon className="refusal" title={say('form.invalid')} /> : null}
      <div className="command-buttons">
        <Button type="primary" htmlType="submit" loading={busy}>
          {name}
        </Button>
        <Button onClick={onCancel}>{say('ui.cancel')}</Button>
      </div>
    </form>
  );
}

import { Button, Input } from 'antd';
import { useState } from 'react';
import type { Problem } from '../../api/call.ts';
import { useSay } from '../../words/locale.tsx';
import { Field } from '../app/field.tsx';
import { Refusal } from '../app/refusal.tsx';

interface WithReasonProps {
  readonly hint?: string;
  /** The verb of the button. */
  readonly act: string;
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  readonly onGive: (reason: string) => Promise<void>;
  readonly onCancel: () => void;
}

/** An act that needs a reason for the record. */
export function WithReason({ hint, act, busy, problem, onGive, onCancel }: WithReasonProps) {
  const say = useSay();
  const [reason, setReason] = useState('');
  return (
    <form
      className="fields with-reason"
      aria-label={act}
      onSubmit={(event) => {
        event.preventDefault();
        void onGive(reason.trim());
      }}
    >
      <Field label={say('form.reason')} needed hint={hint}>
        {(id) => (
          <Input id={id} value={reason} maxLength={500} autoFocus onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
      <Refusal problem={problem} />
      <div className="page-choices">
        <Button type="primary" htmlType="submit" disabled={reason.trim() === ''} loading={busy}>
          {act}
        </Button>
        <Button onClick={onCancel}>{say('ui.cancel')}</Button>
      </div>
    </form>
  );
}

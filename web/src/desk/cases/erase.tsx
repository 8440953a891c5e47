import { caseRoutes } from '@gezhi/contract/cases/index';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useSay } from '../../words/locale.tsx';
import { useAct } from '../app/act.ts';
import { Refusal } from '../app/refusal.tsx';
import { useMay } from '../app/session.tsx';

/** Forgetting a reporter: the key of their phone, name and e-mail is destroyed for a stated reason. Cannot be undone. */
export function Erase({ id }: { readonly id: string }) {
  const say = useSay();
  const mayErase = useMay('personal.erase');
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const erase = useAct(caseRoutes.erase, { done: say('case.erase.done'), refresh: [caseRoutes.get] });
  if (!mayErase) return null;
  if (!asking) {
    return (
      <Button type="link" size="small" danger onClick={() => setAsking(true)}>
        {say('case.erase')}
      </Button>
    );
  }
  const submit = async () => {
    if ((await erase.act({ params: { id }, body: { reason } })) !== undefined) setAsking(false);
  };
  return (
    <form
      className="reveal"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <span className="sheet-small">{say('case.erase.warning')}</span>
      <Input
        value={reason}
        maxLength={200}
        aria-label={say('case.erase.reason')}
        placeholder={say('case.erase.reason')}
        onChange={(event) => setReason(event.target.value)}
      />
      <Refusal problem={erase.problem} />
      <span className="sheet-line">
        <Button danger htmlType="submit" disabled={reason.trim() === ''} loading={erase.busy}>
          {say('case.erase.act')}
        </Button>
        <Button onClick={() => setAsking(false)}>{say('ui.cancel')}</Button>
      </span>
    </form>
  );
}

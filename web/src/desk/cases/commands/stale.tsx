import { Alert, Button } from 'antd';
import type { Problem } from '../../../api/call.ts';
import { useSay } from '../../../words/locale.tsx';

interface StaleProps {
  readonly problem: Problem | undefined;
  readonly onLook: () => void;
}

/** Somebody was quicker: nothing was submitted, what was typed is kept, and the case can be looked at as it is now. */
export function Stale({ problem, onLook }: StaleProps) {
  const say = useSay();
  return (
    <Alert
      type="warning"
      showIcon
      className="refusal"
      title={say('case.stale.title')}
      description={
        <>
          {problem?.detail} {say('case.stale.hint')}
        </>
      }
      action={
        <Button size="small" onClick={onLook}>
          {say('case.stale.look')}
        </Button>
      }
    />
  );
}

import { Button } from 'antd-mobile';
import type { Problem } from '../../api/call.ts';
import { useSay } from '../../words/locale.tsx';

interface ProblemNoteProps {
  readonly problem: Problem | undefined;
  /** Takes a new key, where the old one was spent on what arrived before. */
  readonly onAsNew?: (() => void) | undefined;
}

/** What was refused, in the server's words, or that nothing was sent and nothing is lost. */
export function ProblemNote({ problem, onAsNew }: ProblemNoteProps) {
  const say = useSay();
  if (problem === undefined) return null;
  if (problem.status === 0) {
    return (
      <div className="problem" role="alert">
        {say('field.form.notSent')}
      </div>
    );
  }
  if (problem.code === 'http.idempotencyKeyReused' && onAsNew !== undefined) {
    return (
      <div className="problem" role="alert">
        {say('field.form.alreadySent')}
        <Button size="small" onClick={onAsNew}>
          {say('field.form.asNew')}
        </Button>
      </div>
    );
  }
  const lines = (problem.errors ?? []).map(({ message }) => message);
  return (
    <div className="problem" role="alert">
      <strong>{problem.title}</strong>
      {[problem.detail, ...lines].filter((line) => line !== undefined && line !== problem.title).join(' ')}
    </div>
  );
}

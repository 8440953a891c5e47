import { Button, Input } from 'antd';
import { useState } from 'react';
import type { Problem } from '../../../api/call.ts';
import { useSay } from '../../../words/locale.tsx';

interface ViewNameProps {
  readonly start: string;
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  readonly onName: (name: string) => void;
  readonly onCancel: () => void;
}

/** Asks for the name of a view, in the row of the views. */
export function ViewName({ start, busy, problem, onName, onCancel }: ViewNameProps) {
  const say = useSay();
  const [name, setName] = useState(start);
  return (
    <form
      className="list-view-name"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') onName(name.trim());
      }}
    >
      <Input
        autoFocus
        size="small"
        maxLength={30}
        value={name}
        aria-label={say('list.view.name')}
        placeholder={say('list.view.name')}
        {...(problem === undefined ? {} : { status: 'error' as const, 'aria-describedby': 'view-name-wrong' })}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      />
      <Button size="small" type="primary" htmlType="submit" loading={busy} disabled={name.trim() === ''}>
        {say('ui.save')}
      </Button>
      <Button size="small" onClick={onCancel}>
        {say('ui.cancel')}
      </Button>
      {problem === undefined ? null : (
        <span id="view-name-wrong" role="alert" className="field-mistake">
          {problem.detail ?? problem.title}
        </span>
      )}
    </form>
  );
}

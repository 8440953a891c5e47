import { Button } from 'antd';
import { useSay } from '../../../words/locale.tsx';

interface SelectionBarProps {
  readonly selected: number;
  readonly loaded: number;
  readonly onAll: () => void;
  readonly onClear: () => void;
  readonly onAct: () => void;
}

/** Under the list while cases are selected: how many, and what can be done with them. */
export function SelectionBar({ selected, loaded, onAll, onClear, onAct }: SelectionBarProps) {
  const say = useSay();
  if (selected === 0) return null;
  return (
    <div className="list-selection">
      <b role="status">{say('list.selected', { n: selected })}</b>
      {selected >= loaded ? null : (
        <Button size="small" type="link" onClick={onAll}>
          {say('list.select.loaded', { n: loaded })}
        </Button>
      )}
      <span className="list-gap" />
      <Button size="small" onClick={onClear}>
        {say('list.selected.clear')}
      </Button>
      <Button size="small" type="primary" onClick={onAct}>
        {say('list.selected.act')}
      </Button>
    </div>
  );
}

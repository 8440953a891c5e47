import { CloseOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import { useEffect, useRef } from 'react';
import { useSay } from '../../../words/locale.tsx';
import { keyTable } from './keys.ts';

interface KeysHelpProps {
  readonly shortcuts: boolean;
  readonly onShortcuts: (on: boolean) => void;
  readonly onClose: () => void;
}

/** Every key of the work list, and how to have them rest. The browser's own dialogue: it keeps the focus in. */
export function KeysHelp({ shortcuts, onShortcuts, onClose }: KeysHelpProps) {
  const say = useSay();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="list-help" aria-label={say('list.keys')} onClose={onClose}>
      <header>
        <h2>{say('list.keys')}</h2>
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={say('ui.close')}
          onClick={() => dialog.current?.close()}
        />
      </header>
      <dl className="list-keys">
        {keyTable.map(({ action, keys }) => (
          <div key={action}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{say(`list.key.${action}`)}</dd>
          </div>
        ))}
      </dl>
      <Checkbox checked={shortcuts} onChange={(event) => onShortcuts(event.target.checked)}>
        {say('list.keys.on')}
      </Checkbox>
      <p className="sheet-small">{say('list.keys.hint')}</p>
    </dialog>
  );
}

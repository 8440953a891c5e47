import { InboxOutlined } from '@ant-design/icons';
import { useRef, useState } from 'react';
import { useSay } from '../../words/locale.tsx';
import './sheets.css';

const accepted = '.xlsx,.csv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Takes one file: chosen, or dropped on it. */
export function DropFile({ disabled, onFile }: { readonly disabled: boolean; readonly onFile: (file: File) => void }) {
  const say = useSay();
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file !== undefined && !disabled) onFile(file);
    // The same file can be chosen again once it is corrected.
    if (input.current !== null) input.current.value = '';
  };
  return (
    <label
      className={over ? 'sheet-drop sheet-drop-over' : 'sheet-drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <InboxOutlined className="sheet-drop-icon" aria-hidden />
      <span>
        <span className="sheet-drop-act">{say('sheets.choose')}</span> {say('sheets.drop')}
      </span>
      <small>{say('sheets.drop.hint')}</small>
      <input
        ref={input}
        type="file"
        className="sheet-drop-input"
        accept={accepted}
        disabled={disabled}
        onChange={(event) => take(event.target.files)}
      />
    </label>
  );
}

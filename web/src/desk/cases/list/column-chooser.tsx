import { ArrowDownOutlined, ArrowUpOutlined, TableOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover, Tooltip } from 'antd';
import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useSay } from '../../../words/locale.tsx';
import { type ColumnName, columnNames, firstColumns, moved, toggled } from './columns.ts';

interface ColumnChooserProps {
  /** Undefined while each case has two lines. */
  readonly columns: readonly ColumnName[] | undefined;
  readonly onChange: (columns: readonly ColumnName[] | undefined) => void;
}

/** The button that opens the choice of columns; the first opening begins with those most want. */
export function ColumnChooser({ columns, onChange }: ColumnChooserProps) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const shut = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    // The key is used up: it must not also close the case.
    event.preventDefault();
    event.stopPropagation();
    setOpen(false);
    button.current?.focus();
  };
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      open={open}
      onOpenChange={setOpen}
      title={say('list.columns.title')}
      content={
        <div onKeyDown={shut}>
          <Choice columns={columns} onChange={onChange} />
        </div>
      }
    >
      <Tooltip title={say('list.columns')}>
        <Button
          icon={<TableOutlined />}
          aria-label={say('list.columns')}
          aria-expanded={open}
          ref={button}
          onKeyDown={shut}
        />
      </Tooltip>
    </Popover>
  );
}

function Choice({ columns, onChange }: ColumnChooserProps) {
  const say = useSay();
  const shown = columns ?? [];
  const hidden = columnNames.filter((name) => !shown.includes(name));
  const toggle = (name: ColumnName) => {
    const next = columns === undefined ? startingWith(name) : toggled(columns, name);
    onChange(next.length === 0 ? undefined : next);
  };
  return (
    <div className="column-choice" role="group" aria-label={say('list.columns.title')}>
      <ul>
        {[...shown, ...hidden].map((name) => {
          const title = say(`list.column.${name}`);
          const at = shown.indexOf(name);
          return (
            <li key={name}>
              <Checkbox checked={at >= 0} onChange={() => toggle(name)}>
                {title}
              </Checkbox>
              {at < 0 ? null : (
                <span>
                  <Button
                    type="text"
                    size="small"
                    icon={<ArrowUpOutlined />}
                    disabled={at === 0}
                    aria-label={say('list.columns.up', { name: title })}
                    onClick={() => onChange(moved(shown, name, -1))}
                  />
                  <Button
                    type="text"
                    size="small"
                    icon={<ArrowDownOutlined />}
                    disabled={at === shown.length - 1}
                    aria-label={say('list.columns.down', { name: title })}
                    onClick={() => onChange(moved(shown, name, 1))}
                  />
                </span>
              )}
            </li>
          );
        })}
      </ul>
      <Button size="small" disabled={columns === undefined} onClick={() => onChange(undefined)}>
        {say('list.columns.two')}
      </Button>
    </div>
  );
}

/** From two lines a case to columns: the usual ones, and the one that was asked for. */
function startingWith(name: ColumnName): readonly ColumnName[] {
  return firstColumns.includes(name) ? firstColumns : [...firstColumns, name];
}

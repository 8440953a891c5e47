import { Input } from 'antd';
import type { ReactNode } from 'react';
import { useSay } from '../../words/locale.tsx';
import { AreaSelect } from '../pickers/area-select.tsx';
import { ListSheet } from '../sheets/list-sheet.tsx';

interface ToolsProps {
  readonly area: string | undefined;
  readonly onArea: (code: string | undefined) => void;
  readonly onSearch?: (q: string) => void;
  /** Further filters. */
  readonly more?: ReactNode;
  /** The list as a sheet, by the code of its kind. */
  readonly sheet?: string;
  /** Buttons at the end. */
  readonly children?: ReactNode;
}

/** Above a list: the area, a search, what can be done. */
export function Tools({ area, onArea, onSearch, more, sheet, children }: ToolsProps) {
  const say = useSay();
  return (
    <div className="page-choices registers-tools">
      <span className="registers-area">
        <AreaSelect value={area} onChange={onArea} clearable />
      </span>
      {onSearch === undefined ? null : (
        <Input.Search
          allowClear
          className="registers-search"
          placeholder={say('registers.search')}
          aria-label={say('registers.search')}
          onSearch={onSearch}
        />
      )}
      {more}
      {children === undefined && sheet === undefined ? null : (
        <div className="registers-tools-end">
          {sheet === undefined ? null : <ListSheet kinds={[sheet]} />}
          {children}
        </div>
      )}
    </div>
  );
}

import { areaRoutes, placeRoutes } from '@gezhi/contract/places/index';
import type { AreaName } from '@gezhi/contract/places/index';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { read, useAnswer } from '../api/query.ts';
import { useSay } from '../words/locale.tsx';
import './area-picker.css';

interface AreaPickerProps {
  /** Where the tree begins: the codes of the asker's own areas. */
  readonly roots: readonly string[];
  readonly chosen: string | undefined;
  readonly onChoose: (area: { readonly code: string; readonly name: string }) => void;
}

/** Areas under one that are read at once; a button brings the next ones. */
const AT_ONCE = 200;

/** The place tree, opened step by step, with a search over it. */
export function AreaPicker({ roots, chosen, onChoose }: AreaPickerProps) {
  const say = useSay();
  const [q, setQ] = useState('');
  return (
    <div className="area-picker">
      <input
        type="search"
        value={q}
        aria-label={say('ui.area.search')}
        placeholder={say('ui.area.search')}
        onChange={(event) => setQ(event.target.value)}
      />
      {q.trim() === '' ? (
        <ul role="tree" aria-label={say('ui.area.tree')}>
          {roots.map((code) => (
            <Root key={code} code={code} chosen={chosen} onChoose={onChoose} />
          ))}
        </ul>
      ) : (
        <Hits q={q.trim()} chosen={chosen} onChoose={onChoose} />
      )}
    </div>
  );
}

type BranchProps = Pick<AreaPickerProps, 'chosen' | 'onChoose'>;

function Hits({ q, chosen, onChoose }: BranchProps & { readonly q: string }) {
  const say = useSay();
  const hits = useAnswer(placeRoutes.search, { query: { q, limit: 30 } });
  const areas = (hits.data?.value.rows ?? []).filter(({ what }) => what === 'area');
  if (hits.data !== undefined && areas.length === 0) return <p className="area-picker-none">{say('ui.area.none')}</p>;
  return (
    <ul className="area-picker-hits">
      {areas.map(({ area, name }) => (
        <li key={area}>
          <button type="button" aria-pressed={area === chosen} onClick={() => onChoose({ code: area, name })}>
            {name} <small>{area}</small>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Root({ code, chosen, onChoose }: BranchProps & { readonly code: string }) {
  const detail = useAnswer(areaRoutes.getArea, { params: { code } });
  if (detail.data === undefined) return null;
  return <Branch area={detail.data.value} depth={0} chosen={chosen} onChoose={onChoose} />;
}

function Branch({ area, depth, chosen, onChoose }: BranchProps & { readonly area: AreaName; readonly depth: number }) {
  const say = useSay();
  const [open, setOpen] = useState(depth === 0);
  const query = { parent: area.code, limit: AT_ONCE };
  const children = useInfiniteQuery({
    queryKey: [areaRoutes.listAreas.name, 'tree', { query }],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      read(areaRoutes.listAreas, { query: { ...query, ...(pageParam === undefined ? {} : { cursor: pageParam }) } }),
    getNextPageParam: (last) => last.value.next,
    enabled: open,
  });
  const rows = children.data?.pages.flatMap(({ value }) => value.rows) ?? [];
  const leaf = children.data !== undefined && rows.length === 0;
  return (
    <li role="treeitem" aria-expanded={leaf ? undefined : open} aria-selected={area.code === chosen}>
      <span className="area-picker-line" style={{ paddingLeft: depth * 16 }}>
        <button
          type="button"
          className="area-picker-fold"
          aria-label={say(open ? 'ui.area.fold' : 'ui.area.unfold', { name: area.name })}
          disabled={leaf}
          onClick={() => setOpen(!open)}
        >
          {leaf ? '·' : open ? '▾' : '▸'}
        </button>
        <button
          type="button"
          className="area-picker-name"
          onClick={() => onChoose({ code: area.code, name: area.name })}
        >
          {area.name}
        </button>
      </span>
      {open && rows.length > 0 ? (
        <ul role="group">
          {rows.map((row) => (
            <Branch key={row.code} area={row} depth={depth + 1} chosen={chosen} onChoose={onChoose} />
          ))}
          {children.hasNextPage ? (
            <li role="none">
              <button type="button" className="plain-button" onClick={() => void children.fetchNextPage()}>
                {say('ui.more')}
              </button>
            </li>
          ) : null}
        </ul>
      ) : null}
    </li>
  );
}

import { bodyRoutes, peopleRoutes } from '@gezhi/contract/people/index';
import type { OrganisationNodeRow } from '@gezhi/contract/people/index';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf, read, useAnswer } from '../../api/query.ts';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { useSay } from '../../words/locale.tsx';

interface OrgTreeProps {
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}

/** The bodies as a tree, opened step by step, with a search by name, code or initials over it. */
export function OrgTree({ chosen, onChoose }: OrgTreeProps) {
  const say = useSay();
  const [q, setQ] = useState('');
  return (
    <div className="org-tree">
      <input
        type="search"
        value={q}
        aria-label={say('org.search')}
        placeholder={say('org.search')}
        onChange={(event) => setQ(event.target.value)}
      />
      {q.trim() === '' ? (
        <Branches depth={0} chosen={chosen} onChoose={onChoose} />
      ) : (
        <Hits q={q.trim()} chosen={chosen} onChoose={onChoose} />
      )}
    </div>
  );
}

function Hits({ q, chosen, onChoose }: OrgTreeProps & { readonly q: string }) {
  const say = useSay();
  const hits = useAnswer(peopleRoutes.listOrganisations, { query: { q, limit: 50 } });
  if (hits.isPending) return <Loading rows={3} />;
  if (hits.data === undefined) return <Failed problem={problemOf(hits.error)} />;
  const { rows } = hits.data.value;
  if (rows.length === 0) return <Empty title={say('org.empty')} />;
  return (
    <ul className="org-tree-hits">
      {rows.map((org) => (
        <li key={org.id}>
          <button type="button" aria-pressed={org.id === chosen} onClick={() => onChoose(org.id)}>
            {org.name} <small>{org.code ?? say(`org.kind.${org.kind}`)}</small>
          </button>
        </li>
      ))}
    </ul>
  );
}

interface BranchesProps extends OrgTreeProps {
  readonly parent?: string;
  readonly depth: number;
}

/** The bodies directly under one, a hundred at a time. */
function Branches({ parent, depth, chosen, onChoose }: BranchesProps) {
  const say = useSay();
  const query = { limit: 100, ...(parent === undefined ? {} : { parent }) };
  const list = useInfiniteQuery({
    queryKey: [bodyRoutes.tree.name, { query }],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      read(bodyRoutes.tree, { query: { ...query, ...(pageParam === undefined ? {} : { cursor: pageParam }) } }),
    getNextPageParam: (last) => last.value.next,
  });
  if (list.isPending) return <Loading rows={2} />;
  if (list.isError) return <Failed problem={problemOf(list.error)} retry={() => void list.refetch()} />;
  const rows = list.data.pages.flatMap(({ value }) => value.rows);
  if (rows.length === 0 && depth === 0) return <Empty title={say('org.empty')} />;
  return (
    <>
      <ul {...(depth === 0 ? { role: 'tree', 'aria-label': say('people.tab.organisations') } : { role: 'group' })}>
        {rows.map((org) => (
          <Branch key={org.id} org={org} depth={depth} chosen={chosen} onChoose={onChoose} />
        ))}
      </ul>
      {list.hasNextPage ? (
        <button type="button" className="plain-button" onClick={() => void list.fetchNextPage()}>
          {say('ui.more')}
        </button>
      ) : null}
    </>
  );
}

function Branch({
  org,
  depth,
  chosen,
  onChoose,
}: Omit<BranchesProps, 'parent'> & { readonly org: OrganisationNodeRow }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const leaf = org.children === 0;
  return (
    <li role="treeitem" aria-expanded={leaf ? undefined : open} aria-selected={org.id === chosen}>
      <span className="org-tree-line" style={{ paddingLeft: depth * 16 }}>
        <button
          type="button"
          className="org-tree-fold"
          aria-label={say(open ? 'ui.area.fold' : 'ui.area.unfold', { name: org.name })}
          disabled={leaf}
          onClick={() => setOpen(!open)}
        >
          {leaf ? '·' : open ? '▾' : '▸'}
        </button>
        <button type="button" className="org-tree-name" onClick={() => onChoose(org.id)}>
          {org.name}
          {leaf ? null : <small className="figures">{org.children}</small>}
        </button>
      </span>
      {open ? <Branches parent={org.id} depth={depth + 1} chosen={chosen} onChoose={onChoose} /> : null}
    </li>
  );
}

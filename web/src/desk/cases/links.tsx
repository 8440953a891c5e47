import type { CaseView } from '@gezhi/contract/cases/index';
import { Button } from 'antd';
import { useSay } from '../../words/locale.tsx';

interface LinksProps {
  readonly found: CaseView;
  readonly onOpen: (id: string) => void;
}

/** Cases this one was put together with or taken apart into, and where it came from. */
export function Links({ found, onOpen }: LinksProps) {
  const say = useSay();
  const links = [
    ...(found.mergedInto === undefined
      ? []
      : [{ id: found.mergedInto.id, words: say('case.link.mergedInto', { number: found.mergedInto.number }) }]),
    ...found.mergedFrom.map(({ id, number }) => ({ id, words: say('case.link.mergedFrom', { number }) })),
    ...(found.parent === undefined
      ? []
      : [{ id: found.parent.id, words: say('case.link.parent', { number: found.parent.number }) }]),
    ...found.children.map(({ id, number }) => ({ id, words: say('case.link.child', { number }) })),
  ];
  if (links.length === 0 && found.source === undefined) return null;
  return (
    <section className="sheet-block">
      <h3>{say('case.links')}</h3>
      {links.map(({ id, words }) => (
        <Button key={id} type="link" size="small" onClick={() => onOpen(id)}>
          {words}
        </Button>
      ))}
      {found.source === undefined ? null : <p className="sheet-small">{say('case.link.source', found.source)}</p>}
    </section>
  );
}

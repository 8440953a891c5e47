import type { CaseView } from '@gezhi/contract/cases/index';
import { useSay } from '../../words/locale.tsx';
import { AreaName } from '../pickers/area-name.tsx';
import { CategoryName } from '../pickers/category-name.tsx';
import { useRules } from '../rules/use-rules.ts';

interface RoutingRowProps {
  readonly routing: Pick<CaseView['routing'], 'version' | 'gap'> & {
    readonly row?: string | undefined;
    readonly lead: { readonly name: string };
  };
}

/** Why a case goes where it goes: the row of the duty list in words, its version small behind them and its name where one points. */
export function RoutingRow({ routing }: RoutingRowProps) {
  const say = useSay();
  const { row, gap, version, lead } = routing;
  const found = useRules('dutyList')?.rows.find(({ id }) => id === row);
  if (gap || row === undefined) return <>{say('case.routing.gap')}</>;
  return (
    <>
      {say('case.routing.list')}
      {found?.category === undefined ? null : (
        <>
          {' '}
          <CategoryName code={found.category} bare />
        </>
      )}
      {found?.area === undefined ? null : (
        <>
          {' · '}
          <AreaName code={found.area} />
        </>
      )}
      {say('case.routing.to', { lead: lead.name })}
      <span className="rule-id" title={row}>
        {' '}
        {say('case.rule.version', { n: version })}
      </span>
    </>
  );
}

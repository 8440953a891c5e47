import { ruleRoutes } from '@gezhi/contract/rules/index';
import { getRouteApi } from '@tanstack/react-router';
import { problemOf, useAnswer } from '../../api/query.ts';
import { Failed, Loading } from '../../ui/states.tsx';
import { useSay } from '../../words/locale.tsx';
import { Page } from '../app/page.tsx';
import { RuleKindSheet } from './rule-kind-sheet.tsx';
import { TryOut } from './try-out.tsx';
import './rules.css';

const route = getRouteApi('/desk/rules');

/** What the county may change without a programmer: kinds on the left, the versions of one on the right. */
export function RulesPage() {
  const say = useSay();
  const { kind = 'dutyList' } = route.useSearch();
  const navigate = route.useNavigate();
  const kinds = useAnswer(ruleRoutes.kinds, {});
  return (
    <Page title={say('rules.title')}>
      {kinds.isPending ? <Loading /> : null}
      {kinds.isError ? <Failed problem={problemOf(kinds.error)} retry={() => void kinds.refetch()} /> : null}
      {kinds.data === undefined ? null : (
        <div className="rules">
          <nav className="page-block rules-kinds" aria-label={say('rules.title')}>
            {kinds.data.value.rows.map((row) => (
              <button
                key={row.kind}
                type="button"
                aria-current={kind === row.kind ? 'page' : undefined}
                onClick={() => void navigate({ search: { kind: row.kind } })}
              >
                <span>{say(`rules.kind.${row.kind}`)}</span>
                <span className="sheet-small">{say('rules.version', { n: row.version })}</span>
              </button>
            ))}
            <button
              type="button"
              aria-current={kind === 'try' ? 'page' : undefined}
              onClick={() => void navigate({ search: { kind: 'try' } })}
            >
              {say('rules.try')}
            </button>
          </nav>
          <div className="rules-open">{kind === 'try' ? <TryOut /> : <RuleKindSheet key={kind} kind={kind} />}</div>
        </div>
      )}
    </Page>
  );
}

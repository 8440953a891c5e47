import type { ClockRuleBody } from '@gezhi/contract/rules/index';
import { inLocale } from '@gezhi/contract/words/index';
import { ruleIdWords } from '../../ui/cases/rule-words.ts';
import { useLocale } from '../../words/locale.tsx';
import { CategoryName } from '../pickers/category-name.tsx';
import { AreaName } from '../pickers/area-name.tsx';
import { useRules } from '../rules/use-rules.ts';

interface RuleNameProps {
  readonly rule: string;
  readonly version: number;
}

/** The rule behind a clock: what it is for in words, its version small behind them and its id where one points. */
export function RuleName({ rule, version }: RuleNameProps) {
  const { say, named } = useLocale();
  const row = useRules('clockRules')?.rows.find(({ id }) => id === rule);
  return (
    <span className="rule-name">
      {row === undefined ? ruleIdWords(rule, named) : <Conditions row={row} />}
      {version === 0 ? null : (
        <span className="rule-id" title={rule}>
          {' '}
          {say('case.rule.version', { n: version })}
        </span>
      )}
    </span>
  );
}

/** What a row is for: its stage and its conditions. What holds for every case is not said. */
function Conditions({ row }: { readonly row: ClockRuleBody }) {
  const { say, named, locale } = useLocale();
  const kinds = useRules('summonsKinds')?.kinds;
  const summons = kinds?.find(({ id }) => id === row.summonsKind);
  const words = [
    say(`case.stage.${row.stage}`),
    row.kind === undefined || row.kind === 'ordinary' ? undefined : say(`case.kind.${row.kind}`),
    row.urgency === undefined ? undefined : say(`case.urgency.${row.urgency}`),
    row.level === undefined ? undefined : named('case.level.', row.level),
    summons === undefined ? undefined : inLocale(locale, summons.name),
  ].filter((word) => word !== undefined);
  return (
    <>
      {words.join(' · ')}
      {row.category === undefined ? null : (
        <>
          {' · '}
          <CategoryName code={row.category} bare />
        </>
      )}
      {row.area === undefined ? null : (
        <>
          {' · '}
          <AreaName code={row.area} />
        </>
      )}
    </>
  );
}

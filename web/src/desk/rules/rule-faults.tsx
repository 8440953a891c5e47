import { sayData } from '@gezhi/contract/words/index';
import { Alert } from 'antd';
import { ruleIdWords } from '../../ui/cases/rule-words.ts';
import { useLocale } from '../../words/locale.tsx';
import { issueWords, placeInRules } from './place-in-rules.ts';
import type { RuleIssue } from './place-in-rules.ts';

/** What stands where and is wrong. */
export interface RuleFault {
  readonly path: readonly PropertyKey[];
  readonly words: string;
}

interface RuleFaultsProps {
  readonly faults: readonly RuleFault[];
  readonly body: unknown;
}

/** Mistakes of a version, each by its row and column in words. */
export function RuleFaults({ faults, body }: RuleFaultsProps) {
  const { say, named } = useLocale();
  if (faults.length === 0) return null;
  return (
    <Alert
      type="error"
      showIcon
      className="refusal"
      title={say('rules.faults', { n: faults.length })}
      description={
        <ul className="refusal-lines">
          {faults.slice(0, 20).map(({ path, words }) => {
            const { row, name, column } = placeInRules(path, body, named);
            const place =
              row === undefined
                ? column
                : [say('rules.fault.row', { n: row, name: name === undefined ? '' : ruleIdWords(name, named) }), column]
                    .filter((one) => one !== '')
                    .join(' · ');
            return (
              <li key={path.join('.') + words}>
                {place === '' ? null : <b>{place}</b>} {words}
              </li>
            );
          })}
        </ul>
      }
    />
  );
}

/** The issues of a check, in the language of the page. */
export function useFaultsOf(): (issues: readonly RuleIssue[], body: unknown) => readonly RuleFault[] {
  const { locale } = useLocale();
  return (issues, body) =>
    issues.map((issue) => {
      const { id, values } = issueWords(issue, body);
      return { path: issue.path, words: sayData(locale, id, values) };
    });
}

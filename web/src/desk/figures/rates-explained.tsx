import type { FiguresAnswer } from '@gezhi/contract/insight/index';
import { useLocale } from '../../words/locale.tsx';
import { useRateWords } from './use-rate-words.ts';

/** How each rate is counted, from the formulas in force: what stands above and what below. */
export function RatesExplained({ figures }: { readonly figures: FiguresAnswer }) {
  const { say } = useLocale();
  const rateWords = useRateWords();
  return (
    <>
      {figures.by === 'org' ? <p className="sheet-small">{say('figures.about.orgs')}</p> : null}
      <details className="figures-about">
        <summary>{say('figures.about')}</summary>
        <dl>
          {figures.formulas.map(({ code, name }) => {
            const words = rateWords(code);
            return words === undefined ? null : (
              <div key={code}>
                <dt>{name}</dt>
                <dd>{words}</dd>
              </div>
            );
          })}
        </dl>
        <p className="sheet-small">{say('figures.about.whole')}</p>
      </details>
    </>
  );
}

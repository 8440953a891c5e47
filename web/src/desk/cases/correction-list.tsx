import { useLocale } from '../../words/locale.tsx';
import { CategoryName } from '../pickers/category-name.tsx';
import type { Correction } from './corrections.ts';

/** What was corrected, each part from what it was to what it is. */
export function CorrectionList({ changes }: { readonly changes: readonly Correction[] }) {
  const { say } = useLocale();
  return (
    <ul className="corrections">
      {changes.map(({ part, from, to }) => (
        <li key={part}>
          {say(`history.corrected.${part}`)}
          {from === undefined ? null : (
            <>
              <s>
                <Part part={part} value={from} />
              </s>
              {' → '}
            </>
          )}
          <Part part={part} value={to} />
        </li>
      ))}
    </ul>
  );
}

function Part({ part, value }: { readonly part: Correction['part']; readonly value: string }) {
  const { named } = useLocale();
  if (part === 'category') return <CategoryName code={value} bare />;
  if (part === 'kind' || part === 'urgency') return <>{named(`case.${part}.`, value)}</>;
  return <>{value}</>;
}

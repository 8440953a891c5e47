import type { CaseView } from '@gezhi/contract/cases/index';
import { isWordId } from '@gezhi/contract/words/index';
import { countyZone } from '../../api/program-time.ts';
import { exactTime } from '../../ui/time-words.ts';
import { useLocale, useSay } from '../../words/locale.tsx';
import { RuleName } from './rule-name.tsx';

/** Why the light is as it is, and until when the next step is due and by which rule: beside the next step, in words. */
export function Why({ found }: { readonly found: CaseView }) {
  const say = useSay();
  const { named } = useLocale();
  const { light, reasons, short } = found.light;
  const clock = found.next?.clock;
  const why = [...(short ? ['short'] : reasons)].filter((reason) => isWordId(`case.why.${reason}`));
  return (
    <dl className="sheet-why">
      <dt>{say('case.why', { light: say(`case.light.${light}`) })}</dt>
      <dd>{why.map((reason) => named('case.why.', reason)).join(say('case.comma'))}</dd>
      {clock === undefined ? null : (
        <>
          <dt>{say('case.why.due')}</dt>
          <dd>
            {exactTime(Date.parse(clock.dueAt), countyZone)}{' '}
            <span className="sheet-small">
              <RuleName rule={clock.rule} version={clock.ruleVersion} />
            </span>
          </dd>
        </>
      )}
    </dl>
  );
}

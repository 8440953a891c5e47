import type { RuleWritten } from '@gezhi/contract/rules/index';
import { Button } from 'antd';
import { countyZone } from '../../api/program-time.ts';
import { exactTime } from '../../ui/time-words.ts';
import { useLocale, useSay } from '../../words/locale.tsx';
import { placeOfDifference } from './place-in-rules.ts';
import { RuleCell } from './rule-cell.tsx';

/** A version was written: from when it holds and what is different in it. */
export function Written({ written, onDone }: { readonly written: RuleWritten; readonly onDone: () => void }) {
  const say = useSay();
  const time = exactTime(Date.parse(written.validFrom), countyZone);
  return (
    <section className="page-block" role="status">
      <h2>{say('rules.written', { n: written.version, time })}</h2>
      <p>{written.appliesToRunning ? say('rules.written.running') : say('rules.written.new')}</p>
      <p>{say('rules.differing', { n: written.differing })}</p>
      <table className="sheet-table">
        <thead>
          <tr>
            <th scope="col">{say('rules.difference.where')}</th>
            <th scope="col">{say('rules.difference.before')}</th>
            <th scope="col">{say('rules.difference.after')}</th>
          </tr>
        </thead>
        <tbody>
          {written.differences.slice(0, 50).map((difference) => (
            <Difference key={difference.path} kind={written.kind} difference={difference} />
          ))}
        </tbody>
      </table>
      <Button type="primary" onClick={onDone}>
        {say('ui.close')}
      </Button>
    </section>
  );
}

interface DifferenceProps {
  readonly kind: RuleWritten['kind'];
  readonly difference: RuleWritten['differences'][number];
}

/** One place that differs: the row and column in words, what stood there and what stands there now. */
function Difference({ kind, difference }: DifferenceProps) {
  const { say, named } = useLocale();
  const { row, column } = placeOfDifference(difference.path, named);
  const name = row === undefined ? named('rules.setting.', column) : named('rules.column.', column);
  return (
    <tr>
      <td>
        {row === undefined ? null : (
          <>
            <RuleCell kind={kind} column="id" value={row} />
            {' · '}
          </>
        )}
        {column === '' ? say('rules.difference.row') : name}
      </td>
      <td className="rules-before">
        <RuleCell kind={kind} column={column} value={shown(difference.before)} />
      </td>
      <td>
        <RuleCell kind={kind} column={column} value={shown(difference.after)} />
      </td>
    </tr>
  );
}

const shown = (value: unknown): string =>
  value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);

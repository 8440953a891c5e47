import type { RuleWritten } from '@gezhi/contract/rules/index';
import { Button } from 'antd';
import { countyZone } from '../../api/program-time.ts';
import { exactTime } from '../../ui/time-words.ts';
import { useSay } from '../../words/locale.tsx';

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
        <tbody>
          {written.differences.slice(0, 50).map(({ path, before, after }) => (
            <tr key={path}>
              <td>{path}</td>
              <td className="rules-before">{shown(before)}</td>
              <td>{shown(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button type="primary" onClick={onDone}>
        {say('ui.close')}
      </Button>
    </section>
  );
}

const shown = (value: unknown): string =>
  value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);

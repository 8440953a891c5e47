import type { Filed } from '@gezhi/contract/cases/index';
import { Button } from 'antd-mobile';
import { useSay } from '../../words/locale.tsx';
import { go } from '../app/navigate.tsx';

/** What became of a report: its number, who takes it, and the ways on. */
export function ReportSent({ filed, onAnother }: { readonly filed: Filed; readonly onAnother: () => void }) {
  const say = useSay();
  return (
    <main className="page">
      <div className="card" role="status">
        <h1>{say('field.report.sent', { number: filed.number })}</h1>
        <p>
          {say(`case.state.${filed.state as 'reported'}`)} · {say('field.report.sent.desk', { desk: filed.desk.name })}
        </p>
      </div>
      <div className="form">
        <Button color="primary" size="large" block onClick={onAnother}>
          {say('field.report.another')}
        </Button>
        <Button size="large" block onClick={() => go({ at: 'case', id: filed.id })}>
          {say('field.report.look')}
        </Button>
      </div>
    </main>
  );
}

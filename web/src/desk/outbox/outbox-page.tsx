import { noticeRoutes, outboxKinds, outboxStates } from '@gezhi/contract/notices/index';
import type { OutboxMessage } from '@gezhi/contract/notices/index';
import { Link } from '@tanstack/react-router';
import { Select } from 'antd';
import { useState } from 'react';
import { When } from '../../ui/clock.tsx';
import { useLocale } from '../../words/locale.tsx';
import { Page } from '../app/page.tsx';
import { Rows } from '../app/rows.tsx';
import type { Column } from '../app/rows.tsx';

/** Every message to somebody outside, with what became of it. */
export function OutboxPage() {
  const { say, named } = useLocale();
  const [state, setState] = useState<OutboxMessage['state']>();
  const [kind, setKind] = useState<OutboxMessage['kind']>();
  const columns: readonly Column<OutboxMessage>[] = [
    { key: 'at', title: say('outbox.at'), cell: (message) => <When at={message.at} exact /> },
    { key: 'kind', title: say('outbox.kind'), cell: (message) => say(`outbox.kind.${message.kind}`) },
    { key: 'to', title: say('outbox.to'), cell: (message) => <span className="figures">{message.recipient}</span> },
    { key: 'text', title: say('outbox.text'), wide: true, cell: (message) => message.text ?? say('outbox.secret') },
    {
      key: 'state',
      title: say('outbox.state'),
      cell: (message) => (
        <>
          {say(`outbox.state.${message.state}`)}
          {message.tries > 1 ? <div className="sheet-small">{say('outbox.tries', { n: message.tries })}</div> : null}
          {message.error === undefined ? null : <div className="sheet-small">{named('problem.', message.error)}</div>}
        </>
      ),
    },
    {
      key: 'case',
      title: '',
      cell: (message) =>
        message.caseId === undefined ? null : (
          <Link to="/cases" search={{ id: message.caseId }}>
            {say('outbox.case')}
          </Link>
        ),
    },
  ];
  return (
    <Page
      title={say('outbox.title')}
      actions={
        <>
          <Select
            allowClear
            aria-label={say('outbox.kind')}
            placeholder={say('outbox.kind')}
            options={outboxKinds.map((value) => ({ value, label: say(`outbox.kind.${value}`) }))}
            onChange={setKind}
          />
          <Select
            allowClear
            aria-label={say('outbox.state')}
            placeholder={say('outbox.state')}
            options={outboxStates.map((value) => ({ value, label: say(`outbox.state.${value}`) }))}
            onChange={setState}
          />
        </>
      }
    >
      <Rows
        route={noticeRoutes.outbox}
        query={{ ...(state === undefined ? {} : { state }), ...(kind === undefined ? {} : { kind }) }}
        columns={columns}
        keyOf={({ id }) => id}
        empty={say('outbox.empty')}
        label={say('outbox.title')}
      />
    </Page>
  );
}

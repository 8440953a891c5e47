import { caseRoutes } from '@gezhi/contract/cases/index';
import type { AnswerOf } from '@gezhi/contract/route';
import { Link } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useState } from 'react';
import { When } from '../../ui/clock.tsx';
import { DueAt } from '../app/due-at.tsx';
import { useSay } from '../../words/locale.tsx';
import { Page } from '../app/page.tsx';
import { Rows } from '../app/rows.tsx';
import type { Column } from '../app/rows.tsx';

type Order = AnswerOf<typeof caseRoutes.supervision>['rows'][number];

/** Supervision orders to and over the own desks. They are answered on the page of their case. */
export function SupervisionPage() {
  const say = useSay();
  const [open, setOpen] = useState(true);
  const columns: readonly Column<Order>[] = [
    { key: 'number', title: say('supervision.number'), cell: (order) => <b className="figures">{order.number}</b> },
    {
      key: 'reason',
      title: say('supervision.reason'),
      cell: (order) => order.reasons.map((reason) => say(`case.sign.${reason}`)).join(say('ui.and')),
    },
    {
      key: 'case',
      title: say('supervision.case'),
      wide: true,
      cell: (order) => (
        <Link to="/cases" search={{ id: order.case.id }}>
          <span className="figures">{order.case.number}</span> {order.case.description.slice(0, 40)}
        </Link>
      ),
    },
    { key: 'over', title: say('supervision.over'), cell: (order) => order.over.name },
    { key: 'to', title: say('supervision.to'), cell: (order) => order.to.name },
    { key: 'ordered', title: say('supervision.ordered'), cell: (order) => <When at={order.orderedAt} /> },
    {
      key: 'due',
      title: say('supervision.due'),
      cell: (order) =>
        order.answeredAt !== undefined ? (
          say('case.order.answered')
        ) : order.stuck ? (
          say('case.order.stuck')
        ) : (
          <DueAt at={order.dueAt} />
        ),
    },
    {
      key: 'answer',
      title: say('supervision.answer'),
      wide: true,
      cell: (order) => order.answer ?? (order.wentUpAt === undefined ? '' : say('supervision.wentUp')),
    },
  ];
  return (
    <Page
      title={say('supervision.title')}
      actions={
        <Segmented
          value={open}
          onChange={setOpen}
          options={[
            { value: true, label: say('supervision.open') },
            { value: false, label: say('supervision.all') },
          ]}
        />
      }
    >
      <Rows
        route={caseRoutes.supervision}
        query={open ? { open: 'true' } : {}}
        columns={columns}
        keyOf={(order) => order.case.id + order.id}
        empty={say('supervision.empty')}
        label={say('supervision.title')}
      />
    </Page>
  );
}

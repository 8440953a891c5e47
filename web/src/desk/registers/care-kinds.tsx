import { careRoutes } from '@gezhi/contract/registers/index';
import type { AnswerOf } from '@gezhi/contract/route';
import { inLocale } from '@gezhi/contract/words/index';
import { Button, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { problemOf, useAnswer } from '../../api/query.ts';
import { Failed, Loading } from '../../ui/states.tsx';
import { useLocale } from '../../words/locale.tsx';
import { useAct } from '../app/act.ts';
import { Field } from '../app/field.tsx';
import { Refusal } from '../app/refusal.tsx';
import '../app/rows.css';
import { RowsScroll } from '../app/rows-scroll.tsx';

type Kind = AnswerOf<typeof careRoutes.kinds>['rows'][number];

/** Kinds of care of the county, and the days between visits. A name that would mark persons is refused. */
export function CareKinds() {
  const { say, locale } = useLocale();
  const [open, setOpen] = useState<Kind | 'new'>();
  const kinds = useAnswer(careRoutes.kinds, { query: { retired: 'true' } });
  if (kinds.isPending) return <Loading rows={4} />;
  if (kinds.data === undefined) return <Failed problem={problemOf(kinds.error)} />;
  return (
    <>
      <div className="page-choices registers-tools">
        <span className="registers-small">{say('registers.careKinds.rule')}</span>
        <span className="registers-tools-end">
          <Button type="primary" onClick={() => setOpen('new')}>
            {say('registers.add')}
          </Button>
        </span>
      </div>
      {open === undefined ? null : (
        <KindForm
          key={open === 'new' ? 'new' : open.code}
          kind={open === 'new' ? undefined : open}
          onDone={() => setOpen(undefined)}
        />
      )}
      <RowsScroll>
        <table className="rows" aria-label={say('registers.kind.careKinds')}>
          <thead>
            <tr>
              <th scope="col">{say('registers.column.name')}</th>
              <th scope="col" className="rows-figure">
                {say('registers.interval')}
              </th>
              <th scope="col" aria-label={say('registers.change')} />
            </tr>
          </thead>
          <tbody>
            {kinds.data.value.rows.map((kind) => (
              <tr key={kind.code}>
                <td>
                  {inLocale(locale, kind.name)}{' '}
                  {kind.retiredAt === undefined ? null : (
                    <span className="registers-small">{say('registers.careKinds.ended')}</span>
                  )}
                </td>
                <td className="rows-figure">{kind.intervalDays}</td>
                <td>
                  <Button type="link" size="small" className="registers-open" onClick={() => setOpen(kind)}>
                    {say('registers.change')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </RowsScroll>
    </>
  );
}

function KindForm({ kind, onDone }: { readonly kind: Kind | undefined; readonly onDone: () => void }) {
  const { say } = useLocale();
  const [code, setCode] = useState(kind?.code ?? '');
  const [zh, setZh] = useState(kind?.name.zh ?? '');
  const [en, setEn] = useState(kind?.name.en ?? '');
  const [intervalDays, setDays] = useState(kind?.intervalDays ?? 30);
  const add = useAct(careRoutes.addKind, { refresh: [careRoutes.kinds] });
  const change = useAct(careRoutes.changeKind, { refresh: [careRoutes.kinds] });
  const write = async (more: { readonly retired?: boolean } = {}) => {
    const name = { zh, ...(en === '' ? {} : { en }) };
    const answer =
      kind === undefined
        ? await add.act({ body: { code, name, intervalDays } })
        : await change.act({
            params: { kind: kind.code },
            ifMatch: `"${kind.version}"`,
            body: { name, intervalDays, ...more },
          });
    if (answer !== undefined) onDone();
  };
  return (
    <form
      className="page-block fields"
      aria-label={say('registers.kind.careKinds')}
      onSubmit={(event) => {
        event.preventDefault();
        void write();
      }}
    >
      {kind === undefined ? (
        <Field label={say('registers.careKinds.code')} needed hint={say('registers.careKinds.code.hint')}>
          {(id) => <Input id={id} value={code} maxLength={40} onChange={(event) => setCode(event.target.value)} />}
        </Field>
      ) : null}
      <Field label={say('registers.column.name')} needed>
        {(id) => <Input id={id} value={zh} maxLength={40} onChange={(event) => setZh(event.target.value)} />}
      </Field>
      <Field label={say('registers.careKinds.english')}>
        {(id) => <Input id={id} value={en} maxLength={80} onChange={(event) => setEn(event.target.value)} />}
      </Field>
      <Field label={say('registers.interval')} needed>
        {(id) => (
          <InputNumber id={id} min={1} max={366} value={intervalDays} onChange={(next) => setDays(next ?? 30)} />
        )}
      </Field>
      <Refusal problem={add.problem ?? change.problem} />
      <div className="page-choices">
        <Button
          type="primary"
          htmlType="submit"
          loading={add.busy || change.busy}
          disabled={zh.trim() === '' || code.trim() === ''}
        >
          {kind === undefined ? say('registers.add') : say('registers.save')}
        </Button>
        <Button onClick={onDone}>{say('ui.cancel')}</Button>
        {kind === undefined ? null : (
          <Button type="text" onClick={() => void write({ retired: kind.retiredAt === undefined })}>
            {kind.retiredAt === undefined ? say('registers.careKinds.end') : say('registers.careKinds.again')}
          </Button>
        )}
      </div>
    </form>
  );
}

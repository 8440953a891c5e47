import { ruleRoutes } from '@gezhi/contract/rules/index';
import type { RuleVersionRow } from '@gezhi/contract/rules/index';
import { Button } from 'antd';
import { useState } from 'react';
import { countyZone } from '../../api/program-time.ts';
import { problemOf, useAnswer } from '../../api/query.ts';
import { Failed, Loading } from '../../ui/states.tsx';
import { exactTime } from '../../ui/time-words.ts';
import { useSay } from '../../words/locale.tsx';
import { useMay } from '../app/session.tsx';
import { ListSheet } from '../sheets/list-sheet.tsx';
import { CalendarSheet } from './calendar-sheet.tsx';
import { RuleEditor } from './rule-editor.tsx';
import { RuleView } from './rule-view.tsx';
import type { Json } from './table.ts';

type Kind = RuleVersionRow['kind'];

/** The versions of one kind, the body of the chosen one, and a new version made from it. */
export function RuleKindSheet({ kind }: { readonly kind: Kind }) {
  const say = useSay();
  const mayEdit = useMay('rules.edit');
  const [version, setVersion] = useState<number>();
  // A new version begins with the body shown when writing began, whatever is published meanwhile.
  const [start, setStart] = useState<Json>();
  const [loading, setLoading] = useState(false);
  const versions = useAnswer(ruleRoutes.versions, { params: { kind } });
  const rows = versions.data?.value.rows ?? [];
  const shown = version ?? (rows.find(({ standing }) => standing === 'inForce') ?? rows[0])?.version;
  const body = useAnswer(
    ruleRoutes.version,
    { params: { kind, version: shown ?? 1 } },
    { enabled: shown !== undefined },
  );

  if (versions.isPending) return <Loading rows={5} />;
  if (versions.data === undefined)
    return <Failed problem={problemOf(versions.error)} retry={() => void versions.refetch()} />;
  return (
    <>
      <section className="page-block">
        <div className="page-choices">
          <h2>{say(`rules.kind.${kind}`)}</h2>
          {mayEdit ? (
            <Button disabled={body.data === undefined} onClick={() => setStart(body.data?.value.body)}>
              {say('rules.new')}
            </Button>
          ) : null}
          <ListSheet kinds={[kind]} />
          {mayEdit && kind === 'calendar' ? (
            <Button onClick={() => setLoading(true)}>{say('rules.sheet')}</Button>
          ) : null}
        </div>
        <Versions rows={rows} shown={shown} onShow={setVersion} />
      </section>
      {loading ? <CalendarSheet onDone={() => setLoading(false)} /> : null}
      {start === undefined ? (
        <Shown kind={kind} body={body} />
      ) : (
        <RuleEditor kind={kind} start={start} onDone={() => setStart(undefined)} />
      )}
    </>
  );
}

interface ShownProps {
  readonly kind: Kind;
  readonly body: {
    readonly data: { readonly value: { readonly body: Json } } | undefined;
    readonly error: unknown;
    readonly isLoading: boolean;
  };
}

function Shown({ kind, body }: ShownProps) {
  if (body.data !== undefined) return <RuleView kind={kind} body={body.data.value.body} />;
  return body.isLoading ? <Loading rows={6} /> : <Failed problem={problemOf(body.error)} />;
}

interface VersionsProps {
  readonly rows: readonly RuleVersionRow[];
  readonly shown: number | undefined;
  readonly onShow: (version: number) => void;
}

function Versions({ rows, shown, onShow }: VersionsProps) {
  const say = useSay();
  return (
    <ul className="rules-versions">
      {rows.map((row) => (
        <li key={row.version}>
          <button type="button" aria-pressed={row.version === shown} onClick={() => onShow(row.version)}>
            {say('rules.version', { n: row.version })}
          </button>
          <span>{say(`rules.standing.${row.standing}`)}</span>
          <span className="figures">
            {say('rules.from', { time: exactTime(Date.parse(row.validFrom), countyZone) })}
          </span>
          <span className="sheet-small">{row.note}</span>
        </li>
      ))}
    </ul>
  );
}

import type { BulkOutcome } from '@gezhi/contract/cases/index';
import { countyZone } from '../../../api/program-time.ts';
import { CaseLight } from '../../../ui/cases/case-light.tsx';
import { exactTime } from '../../../ui/time-words.ts';
import { useSay } from '../../../words/locale.tsx';

interface BulkRowsProps {
  readonly rows: readonly BulkOutcome[];
  /** Whether it has been done, or would be. */
  readonly done: boolean;
  /** Why these were not submitted at all. */
  readonly unsent?: string;
}

/** Every case in two tables: what is done with it, and where nothing is done, why. */
export function BulkRows({ rows, done, unsent }: BulkRowsProps) {
  const say = useSay();
  const good = rows.filter(({ ok }) => ok && unsent === undefined);
  const bad = rows.filter(({ ok }) => !ok || unsent !== undefined);
  return (
    <>
      {bad.length === 0 ? null : (
        <section className="bulk-part">
          <h3>{say(done || unsent !== undefined ? 'bulk.notDone' : 'bulk.willNot', { n: bad.length })}</h3>
          <table className="sheet-table">
            <thead>
              <tr>
                <th scope="col">{say('bulk.col.case')}</th>
                <th scope="col">{say('bulk.col.why')}</th>
              </tr>
            </thead>
            <tbody>
              {bad.map((row) => (
                <tr key={row.id}>
                  <CaseCell row={row} />
                  <td>{unsent === undefined ? row.problem?.detail : say('bulk.unsent', { reason: unsent })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {good.length === 0 ? null : (
        <section className="bulk-part">
          <h3>{say(done ? 'bulk.done' : 'bulk.will', { n: good.length })}</h3>
          <table className="sheet-table">
            <thead>
              <tr>
                <th scope="col">{say('bulk.col.case')}</th>
                <th scope="col">{say(done ? 'bulk.col.now' : 'bulk.col.after')}</th>
              </tr>
            </thead>
            <tbody>
              {good.map((row) => (
                <tr key={row.id}>
                  <CaseCell row={row} />
                  <td>
                    <After after={row.after} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}

function CaseCell({ row }: { readonly row: BulkOutcome }) {
  const found = row.case;
  if (found === undefined) return <td>{row.id.slice(0, 8)}</td>;
  return (
    <td>
      <span className="bulk-case">
        <CaseLight row={found} bare />
        <b>{found.category.name}</b> {found.description.slice(0, 24)}
      </span>
      <div className="sheet-small">
        {found.number} · {found.area.name}
      </div>
    </td>
  );
}

function After({ after }: { readonly after: BulkOutcome['after'] }) {
  const say = useSay();
  if (after === undefined) return null;
  const state = say(`case.state.${after.state}`);
  return (
    <>
      {after.owner === undefined ? state : say('bulk.state.with', { state, owner: after.owner.name })}
      {after.dueAt === undefined ? null : (
        <div className="sheet-small">
          {say('clock.due.at', { time: exactTime(Date.parse(after.dueAt), countyZone) })}
        </div>
      )}
    </>
  );
}

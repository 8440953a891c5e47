import { staffingRoutes } from '@gezhi/contract/people/index';
import type { StaffingCoverageRow, StaffingGapRow } from '@gezhi/contract/people/index';
import { inLocale } from '@gezhi/contract/words/index';
import { useMemo, useState } from 'react';
import { problemOf, useAnswer } from '../../api/query.ts';
import { AreaMap } from '../../ui/map/index.tsx';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { useLocale } from '../../words/locale.tsx';
import { Rows } from '../app/rows.tsx';
import type { Column } from '../app/rows.tsx';
import { AreaName } from '../pickers/area-name.tsx';
import { AreaSelect } from '../pickers/area-select.tsx';
import { useOwnAreas } from '../pickers/own-areas.ts';
import { useOutlines } from '../pickers/use-outlines.ts';
import { OnDutyHere } from './on-duty-here.tsx';
import { percentOf } from './percent.ts';
import './people.css';
import './staffing.css';
import { RowsScroll } from '../app/rows-scroll.tsx';

/** How posts are filled: coverage by rule, the areas that lack somebody on the map and as a list. */
export function Staffing() {
  const { say } = useLocale();
  const [own] = useOwnAreas();
  const [area, setArea] = useState(own);
  const [rule, setRule] = useState<string>();
  const query = area === undefined ? {} : { area };
  const staffing = useAnswer(staffingRoutes.coverage, { query });
  if (staffing.isPending) return <Loading rows={6} />;
  if (staffing.data === undefined)
    return <Failed problem={problemOf(staffing.error)} retry={() => void staffing.refetch()} />;
  const { rules } = staffing.data.value;
  return (
    <>
      <div className="page-choices people-tools">
        <div className="staffing-where">
          <AreaSelect value={area} onChange={setArea} />
        </div>
        {area === undefined ? null : <OnDutyHere desk={{ area }} />}
      </div>
      {rules.length === 0 ? <Empty title={say('staffing.noRules')} hint={say('staffing.noRules.hint')} /> : null}
      <div className="staffing">
        <section className="page-block">
          <h2>{say('staffing.byRule')}</h2>
          <CoverageTable rules={rules} chosen={rule} onChoose={setRule} />
        </section>
        <section className="page-block">
          <h2>{say('staffing.map')}</h2>
          <GapMap area={area} rule={rule} onArea={setArea} />
        </section>
      </div>
      <section className="page-block">
        <h2>{say('staffing.gaps')}</h2>
        <Gaps area={area} rule={rule} />
      </section>
    </>
  );
}

interface CoverageTableProps {
  readonly rules: readonly StaffingCoverageRow[];
  readonly chosen: string | undefined;
  readonly onChoose: (rule: string | undefined) => void;
}

function CoverageTable({ rules, chosen, onChoose }: CoverageTableProps) {
  const { say, locale } = useLocale();
  return (
    <RowsScroll>
      <table className="rows" aria-label={say('staffing.byRule')}>
        <thead>
          <tr>
            <th scope="col">{say('staffing.rule')}</th>
            <th scope="col" className="rows-figure">
              {say('staffing.units')}
            </th>
            <th scope="col" className="rows-figure">
              {say('staffing.missing')}
            </th>
            <th scope="col" className="rows-figure">
              {say('staffing.rate')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rules.map((one) => (
            <tr key={one.rule} className={one.rule === chosen ? 'staffing-chosen' : undefined}>
              <td className="rows-wide">
                <button
                  type="button"
                  className="people-link-button"
                  aria-pressed={one.rule === chosen}
                  onClick={() => onChoose(one.rule === chosen ? undefined : one.rule)}
                >
                  {inLocale(locale, one.name)}
                </button>
                <span className="sheet-small staffing-needs">
                  {one.needs
                    .map(({ name, min, held, needed, counted }) =>
                      min === 0
                        ? say('staffing.counted', { name: inLocale(locale, name), n: counted })
                        : say('staffing.need', { name: inLocale(locale, name), held, needed }),
                    )
                    .join(say('ui.and'))}
                </span>
              </td>
              <td className="rows-figure figures">
                {one.staffed}/{one.units}
              </td>
              <td className="rows-figure figures">{one.missing}</td>
              <td className="rows-figure figures">
                {one.rate === undefined ? say('staffing.nothingNeeded') : <Bar rate={one.rate} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </RowsScroll>
  );
}

/** A rate as a number over a bar of one hue: lights are for cases alone. */
function Bar({ rate }: { readonly rate: number }) {
  return (
    <span className="staffing-rate">
      {percentOf(rate)}
      <span className="staffing-bar" aria-hidden="true">
        <span style={{ width: `${rate * 100}%` }} />
      </span>
    </span>
  );
}

interface GapMapProps {
  readonly area: string | undefined;
  readonly rule: string | undefined;
  readonly onArea: (code: string) => void;
}

/** The areas below one, those that lack somebody in another tone; the list beside it says the same. */
function GapMap({ area, rule, onArea }: GapMapProps) {
  const { say } = useLocale();
  const outlines = useOutlines(area);
  const query = { ...(area === undefined ? {} : { area }), ...(rule === undefined ? {} : { rule }) };
  const areas = useAnswer(staffingRoutes.byArea, { query });
  const rows = areas.data?.value.rows;
  const toned = useMemo(() => {
    const lacking = new Set((rows ?? []).filter(({ missing }) => missing > 0).map((row) => row.area));
    return outlines.map((outline) => (lacking.has(outline.code) ? { ...outline, tone: 'gap' as const } : outline));
  }, [outlines, rows]);
  return (
    <>
      {toned.length === 0 ? null : (
        <div className="staffing-map">
          <AreaMap label={say('staffing.map')} outlines={toned} onArea={onArea} />
        </div>
      )}
      {rows === undefined || rows.length === 0 ? (
        <p className="sheet-small">{say('staffing.noneBelow')}</p>
      ) : (
        <ul className="staffing-areas">
          {rows.map((row) => (
            <li key={row.area}>
              <button type="button" className="people-link-button" onClick={() => onArea(row.area)}>
                {row.name}
              </button>
              <span className="figures">
                {row.missing === 0 ? say('staffing.full') : say('staffing.lacks', { n: row.missing })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Gaps({ area, rule }: Omit<GapMapProps, 'onArea'>) {
  const { say, locale } = useLocale();
  const columns: readonly Column<StaffingGapRow>[] = [
    {
      key: 'unit',
      title: say('staffing.unit'),
      wide: true,
      cell: ({ unit, department }) => (department === undefined ? unit.name : `${unit.name} · ${department.name}`),
    },
    {
      key: 'area',
      title: say('people.area'),
      cell: ({ unit, area: at }) => (unit.id === at ? at : <AreaName code={at} />),
    },
    { key: 'need', title: say('staffing.lacking'), cell: ({ needName }) => inLocale(locale, needName) },
    { key: 'n', title: say('staffing.missing'), figure: true, cell: ({ missing }) => missing },
    { key: 'rule', title: say('staffing.rule'), cell: ({ ruleName }) => inLocale(locale, ruleName) },
  ];
  const query = { ...(area === undefined ? {} : { area }), ...(rule === undefined ? {} : { rule }) };
  return (
    <Rows
      route={staffingRoutes.gaps}
      query={query}
      columns={columns}
      keyOf={(gap) => `${gap.rule} ${gap.need} ${gap.unit.id} ${gap.department?.id ?? ''}`}
      empty={say('staffing.noGaps')}
      label={say('staffing.gaps')}
    />
  );
}

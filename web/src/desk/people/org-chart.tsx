import type { OrganisationChart, OrganisationNodeRow } from '@gezhi/contract/people/index';
import { useSay } from '../../words/locale.tsx';

interface OrgChartProps {
  readonly chart: OrganisationChart;
  readonly onChoose: (id: string) => void;
}

type Boxed = Pick<OrganisationNodeRow, 'id' | 'name' | 'kind'> & {
  readonly posts?: number;
  readonly children?: number;
};

/** A body between those above it, those below it and those it belongs to, as boxes joined by lines. */
export function OrgChart({ chart, onChoose }: OrgChartProps) {
  const say = useSay();
  const { organisation, above, below, memberOf, before } = chart;
  const more = organisation.children - below.length;
  return (
    <div className="org-chart" role="group" aria-label={say('org.chart')}>
      {above.map((org) => (
        <Box key={org.id} org={org} onChoose={onChoose} />
      ))}
      <Box org={organisation} here onChoose={onChoose} />
      {below.length === 0 ? null : (
        <div className="org-chart-below">
          {below.map((org) => (
            <Box key={org.id} org={org} onChoose={onChoose} />
          ))}
          {more > 0 ? <span className="sheet-small">{say('org.chart.more', { n: more })}</span> : null}
        </div>
      )}
      {memberOf.length === 0 ? null : (
        <p className="org-chart-beside">
          {say('org.memberOf')}
          {memberOf.map((one) => (
            <button
              key={one.id}
              type="button"
              className="people-link-button"
              onClick={() => onChoose(one.organisation)}
            >
              {one.organisationName} · {say(`org.duty.${one.duty}`)}
            </button>
          ))}
        </p>
      )}
      {before.length === 0 ? null : (
        <p className="org-chart-beside">
          {say('org.before')}
          {before.map((org) => (
            <button key={org.id} type="button" className="people-link-button" onClick={() => onChoose(org.id)}>
              {org.name}
            </button>
          ))}
        </p>
      )}
    </div>
  );
}

interface BoxProps {
  readonly org: Boxed;
  readonly here?: boolean;
  readonly onChoose: (id: string) => void;
}

function Box({ org, here = false, onChoose }: BoxProps) {
  const say = useSay();
  return (
    <button
      type="button"
      className={here ? 'org-box org-box-here' : 'org-box'}
      aria-current={here ? 'true' : undefined}
      onClick={() => onChoose(org.id)}
    >
      <b>{org.name}</b>
      <small>
        {say(`org.kind.${org.kind}`)}
        {org.posts === undefined ? '' : ` · ${say('org.posts', { n: org.posts })}`}
      </small>
    </button>
  );
}

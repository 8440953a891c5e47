import type { caseRoutes } from '@gezhi/contract/cases/index';
import type { AnswerOf } from '@gezhi/contract/route';
import { Button } from 'antd';
import { Light } from '../../ui/light.tsx';
import { useSay } from '../../words/locale.tsx';
import { CategoryName } from '../pickers/category-name.tsx';

interface GatheredProps {
  readonly points: AnswerOf<typeof caseRoutes.map>['points'];
  readonly chosen: string | undefined;
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
}

/** Cases in one place, named: no zoom takes them apart. */
export function Gathered({ points, chosen, onOpen, onClose }: GatheredProps) {
  const say = useSay();
  return (
    <section className="gathered" aria-label={say('cases.map.gathered', { n: points.length })}>
      <header>
        <b>{say('cases.map.gathered', { n: points.length })}</b>
        <Button size="small" type="text" onClick={onClose}>
          {say('ui.close')}
        </Button>
      </header>
      <ul>
        {points.map(({ id, number, light, category }) => (
          <li key={id}>
            <button type="button" aria-current={id === chosen} onClick={() => onOpen(id)}>
              <Light light={light} bare />
              <span className="figures">{number}</span>
              <CategoryName code={category} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

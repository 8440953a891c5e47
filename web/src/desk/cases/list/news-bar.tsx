import { Button } from 'antd';
import { useSay } from '../../../words/locale.tsx';
import type { News } from './live-rows.ts';

interface NewsBarProps {
  readonly news: News;
  readonly outdated: boolean;
  readonly onUpdate: () => void;
}

/** Says what came, went or moved while somebody was in the list, and puts it in when asked. It takes no row's place. */
export function NewsBar({ news, outdated, onUpdate }: NewsBarProps) {
  const say = useSay();
  const { fresh, gone, moved } = news;
  const said = [
    outdated && say('list.news.outdated'),
    fresh.size > 0 && say('list.news.fresh', { n: fresh.size }),
    gone.size > 0 && say('list.news.gone', { n: gone.size }),
    moved && fresh.size + gone.size === 0 && say('list.news.moved'),
  ].filter((words) => words !== false);
  // The status stays on the page, so that what comes into it is read aloud.
  return (
    <div className={said.length === 0 ? 'list-news list-news-none' : 'list-news'}>
      <span role="status">{said.join(say('case.comma'))}</span>
      {said.length === 0 ? null : (
        <Button size="small" type="primary" onClick={onUpdate}>
          {say('list.news.show')}
        </Button>
      )}
    </div>
  );
}

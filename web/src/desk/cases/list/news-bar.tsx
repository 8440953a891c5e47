import { Button } from 'antd';
import { useSay } from '../../../words/locale.tsx';
import { isNews, type News } from './live-rows.ts';

interface NewsBarProps {
  readonly news: News;
  readonly outdated: boolean;
  readonly onUpdate: () => void;
}

/**
 * Says what came, went or moved while somebody was in the list, and puts it in when pressed. It stands in the line of
 * the count, which is as high without it: nothing moves when it comes.
 */
export function NewsBar({ news, outdated, onUpdate }: NewsBarProps) {
  const say = useSay();
  const { fresh, gone, moved } = news;
  const said = [
    outdated && say('list.news.outdated'),
    fresh.size > 0 && say('list.news.fresh', { n: fresh.size }),
    gone.size > 0 && say('list.news.gone', { n: gone.size }),
    moved && fresh.size + gone.size === 0 && say('list.news.moved'),
  ]
    .filter((words) => words !== false)
    .join(say('case.comma'));
  // The status stays on the page, so that what comes into it is read aloud.
  return (
    <span className="list-news" role="status">
      {outdated || isNews(news) ? (
        <Button
          size="small"
          type="primary"
          title={said}
          aria-label={`${said} · ${say('list.news.show')}`}
          onClick={onUpdate}
        >
          {said}
        </Button>
      ) : null}
    </span>
  );
}

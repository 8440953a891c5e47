import { Button, Toast } from 'antd-mobile';
import { useSay } from '../../words/locale.tsx';
import type { Arrived } from '../queue/item.ts';

/** What to post back into the group a matter came from. */
export function ReplyText({ arrived }: { readonly arrived: Arrived }) {
  const say = useSay();
  const { number, desk, followUrl } = arrived;
  const text = [
    say('field.reply.text', { number, desk: desk ?? '' }),
    followUrl === undefined
      ? undefined
      : say('field.reply.follow', { address: new URL(followUrl, location.href).href }),
  ]
    .filter((part) => part !== undefined)
    .join('\n');
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => Toast.show({ content: say('field.reply.copied') }),
      () => Toast.show({ content: say('field.reply.byHand') }),
    );
  return (
    <div className="reply">
      <span className="label">{say('field.reply.title')}</span>
      <p className="reply-text">{text}</p>
      <div className="queued-ways">
        <Button color="primary" onClick={() => void copy()}>
          {say('field.reply.copy')}
        </Button>
        {'share' in navigator ? (
          <Button onClick={() => void navigator.share({ text }).catch(() => undefined)}>
            {say('field.reply.share')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

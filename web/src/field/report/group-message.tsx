import { Button, Toast } from 'antd-mobile';
import { useSay } from '../../words/locale.tsx';
import { fromGroup } from './from-group.ts';

interface GroupMessageProps {
  /** Whether the report comes from a group and will have a reply for it. */
  readonly group: boolean;
  readonly onText: (text: string) => void;
}

/** Takes what was copied in a group chat; pictures are pasted or shared. */
export function GroupMessage({ group, onText }: GroupMessageProps) {
  const say = useSay();
  const paste = async () => {
    const text = await navigator.clipboard.readText().catch(() => undefined);
    const words = fromGroup(text ?? '');
    if (words === '') Toast.show({ content: say('field.group.byHand') });
    else onText(words);
  };
  return (
    <div>
      <Button onClick={() => void paste()}>{say('field.group.paste')}</Button>
      {group ? <p className="quiet">{say('field.group.reply')}</p> : null}
    </div>
  );
}

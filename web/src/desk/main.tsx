import { mountFace } from '../ui/mount.tsx';
import { Empty } from '../ui/states.tsx';
import { useSay } from '../words/locale.tsx';

function Desk() {
  const say = useSay();
  return <Empty title={say('desk.title')} />;
}

mountFace(<Desk />);

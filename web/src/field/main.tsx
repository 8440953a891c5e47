import { mountFace } from '../ui/mount.tsx';
import { Empty } from '../ui/states.tsx';
import { useSay } from '../words/locale.tsx';

function Field() {
  const say = useSay();
  return <Empty title={say('field.title')} />;
}

mountFace(<Field />);

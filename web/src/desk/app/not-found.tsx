import { Link } from '@tanstack/react-router';
import { Notice } from '../../ui/states.tsx';
import { useSay } from '../../words/locale.tsx';

/** An address below /desk that no page has. */
export function NotFound() {
  const say = useSay();
  return <Notice title={say('desk.notFound.title')} action={<Link to="/cases">{say('desk.notFound.back')}</Link>} />;
}

import type { Filed } from '@gezhi/contract/cases/index';
import { formatFollowCode } from '@gezhi/domain/cases/index';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useSay } from '../../words/locale.tsx';
import { DueAt } from '../app/due-at.tsx';

export type FiledCase = Filed;

/** What was made of the call: number, follow code to read out, who accepts it and by when. */
export function FiledNote({ filed, onNext }: { readonly filed: FiledCase; readonly onNext: () => void }) {
  const say = useSay();
  return (
    <section className="page-block hotline-filed" role="status">
      <h2>{say('hotline.filed', { number: filed.number })}</h2>
      <p className="hotline-code">{say('hotline.filed.code', { code: formatFollowCode(filed.followCode) })}</p>
      <p>
        {say('hotline.filed.desk', { desk: filed.desk.name })}
        {filed.dueAt === undefined ? null : (
          <>
            {say('case.comma')}
            <DueAt at={filed.dueAt} />
          </>
        )}
      </p>
      <div className="page-choices">
        <Button type="primary" onClick={onNext}>
          {say('hotline.filed.next')}
        </Button>
        <Link to="/cases" search={{ id: filed.id }}>
          {say('hotline.filed.open')}
        </Link>
      </div>
    </section>
  );
}

import { sessionRoutes } from '@gezhi/contract/access/routes';
import { passwordLength } from '@gezhi/domain/access/index';
import { Button, Toast } from 'antd-mobile';
import { useState } from 'react';
import { useSay } from '../../words/locale.tsx';
import { goBack } from '../app/navigate.tsx';
import { PageHead } from '../app/page-head.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useSend } from '../app/send.ts';
import { TextField } from '../app/text-field.tsx';

/** Changing the own password; all other devices are signed out by it. */
export function PasswordPage() {
  const say = useSay();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [differ, setDiffer] = useState(false);
  const change = useSend(sessionRoutes.changePassword);
  const submit = async () => {
    setDiffer(next !== again);
    if (next !== again) return;
    if (!(await change.send({ body: { current, next } })).ok) return;
    Toast.show({ content: say('entry.password.changed') });
    goBack();
  };
  return (
    <>
      <PageHead title={say('field.me.password')} />
      <main className="page">
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <TextField
            label={say('entry.password.current')}
            type="password"
            autoComplete="current-password"
            value={current}
            onChange={setCurrent}
          />
          <TextField
            label={say('entry.password.new')}
            type="password"
            autoComplete="new-password"
            value={next}
            onChange={setNext}
          />
          <p className="quiet">{say('entry.password.rule', { n: passwordLength.least })}</p>
          <TextField
            label={say('entry.password.again')}
            type="password"
            autoComplete="new-password"
            value={again}
            onChange={setAgain}
          />
          {differ ? (
            <p className="mistake" role="alert">
              {say('entry.password.differ')}
            </p>
          ) : null}
          <ProblemNote problem={change.problem} />
          <Button type="submit" color="primary" size="large" block loading={change.busy}>
            {say('entry.password.change')}
          </Button>
        </form>
      </main>
    </>
  );
}

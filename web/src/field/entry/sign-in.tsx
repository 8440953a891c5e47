import { openingRoutes, sessionRoutes } from '@gezhi/contract/access/routes';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd-mobile';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useLocale, useSay } from '../../words/locale.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useSend } from '../app/send.ts';
import { TextField } from '../app/text-field.tsx';
import { useAllQueued } from '../queue/use-all-queued.ts';
import './sign-in.css';

/** Name and password, then the code where the account asks for one. */
export function SignIn() {
  const say = useSay();
  const client = useQueryClient();
  const [step, setStep] = useState<'password' | 'code' | 'forgot'>('password');
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useSend(sessionRoutes.signIn);
  const enter = () => void client.resetQueries();

  if (step === 'code') return <Code onDone={enter} onBack={() => setStep('password')} />;
  if (step === 'forgot') return <Forgotten onBack={() => setStep('password')} />;

  const submit = async () => {
    const result = await signIn.send({ body: { username, password } });
    if (!result.ok) return;
    if ('secondFactor' in result.value && result.value.secondFactor === 'required') setStep('code');
    else enter();
  };
  return (
    <Entry title={say('entry.signIn.title')} onSubmit={() => void submit()}>
      <TextField label={say('entry.signIn.username')} value={username} onChange={setUsername} autoComplete="username" />
      <TextField
        label={say('entry.signIn.password')}
        value={password}
        onChange={setPassword}
        type="password"
        autoComplete="current-password"
      />
      <ProblemNote problem={signIn.problem} />
      <Button type="submit" color="primary" size="large" block loading={signIn.busy}>
        {say('entry.signIn.act')}
      </Button>
      <Button fill="none" block onClick={() => setStep('forgot')}>
        {say('entry.signIn.forgot')}
      </Button>
    </Entry>
  );
}

interface StepProps {
  readonly onBack: () => void;
}

function Code({ onDone, onBack }: StepProps & { readonly onDone: () => void }) {
  const say = useSay();
  const [code, setCode] = useState('');
  const check = useSend(sessionRoutes.secondFactor);
  const submit = async () => {
    if ((await check.send({ body: { code } })).ok) onDone();
  };
  return (
    <Entry title={say('entry.code.title')} onSubmit={() => void submit()}>
      <p>{say('entry.code.hint')}</p>
      <TextField
        label={say('entry.code.label')}
        value={code}
        onChange={setCode}
        inputMode="numeric"
        autoComplete="one-time-code"
      />
      <ProblemNote problem={check.problem} />
      <Button type="submit" color="primary" size="large" block loading={check.busy}>
        {say('entry.code.act')}
      </Button>
      <Button fill="none" block onClick={onBack}>
        {say('entry.code.back')}
      </Button>
    </Entry>
  );
}

function Forgotten({ onBack }: StepProps) {
  const say = useSay();
  const [username, setUsername] = useState('');
  const [sent, setSent] = useState(false);
  const ask = useSend(openingRoutes.forgotPassword);
  const submit = async () => {
    if ((await ask.send({ body: { username } })).ok) setSent(true);
  };
  return (
    <Entry title={say('entry.signIn.forgot')} onSubmit={() => void submit()}>
      <p>{say('entry.forgot.hint')}</p>
      <TextField label={say('entry.signIn.username')} value={username} onChange={setUsername} autoComplete="username" />
      <ProblemNote problem={ask.problem} />
      {sent ? <p role="status">{say('entry.forgot.sent')}</p> : null}
      <Button type="submit" color="primary" size="large" block loading={ask.busy} disabled={sent}>
        {say('entry.forgot.act')}
      </Button>
      <Button fill="none" block onClick={onBack}>
        {say('entry.code.back')}
      </Button>
    </Entry>
  );
}

interface EntryProps {
  readonly title: string;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

function Entry({ title, onSubmit, children }: EntryProps) {
  const { say, locale, setLocale } = useLocale();
  const waiting = (useAllQueued() ?? []).filter(({ state }) => state.name !== 'sent').length;
  return (
    <main className="entry">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <img src="/mark.svg" alt="" width={48} height={48} />
        <h1>{title}</h1>
        {waiting === 0 ? null : (
          <p className="card" role="status">
            {say('field.entry.waiting', { n: waiting })}
          </p>
        )}
        {children}
      </form>
      <Button fill="none" onClick={() => setLocale(locale === 'en' ? 'zh-CN' : 'en')}>
        {say('field.me.language')}
      </Button>
    </main>
  );
}

import { sessionRoutes } from '@gezhi/contract/access/routes';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useAct } from '../app/act.ts';
import { Refusal } from '../app/refusal.tsx';
import { useSay } from '../../words/locale.tsx';
import { EntryPage } from './entry-page.tsx';

interface Enrolment {
  readonly uri: string;
  readonly qr: string;
  readonly backupCodes: readonly string[];
}

/** Setting up the second factor, for posts whose rights do not hold without it. */
export function Enrol() {
  const say = useSay();
  const client = useQueryClient();
  return (
    <EntryPage title={say('entry.factor.title')}>
      <Alert type="info" showIcon title={say('entry.factor.must')} className="refusal" />
      <EnrolForm onDone={() => void client.resetQueries()} />
      <SignOut />
    </EntryPage>
  );
}

/** The three steps: password, picture and backup codes, first code. */
export function EnrolForm({ onDone }: { readonly onDone: () => void }) {
  const say = useSay();
  const [enrolment, setEnrolment] = useState<Enrolment>();
  const begin = useAct(sessionRoutes.enrol, { quiet: true });
  const confirm = useAct(sessionRoutes.confirmEnrolment);

  if (enrolment === undefined) {
    const submit = async (body: { password: string }) => {
      const answer = await begin.act({ body });
      if (answer !== undefined) setEnrolment(answer.value);
    };
    return (
      <Form layout="vertical" requiredMark={false} onFinish={(values) => void submit(values)}>
        <Form.Item
          name="password"
          label={say('entry.password.current')}
          rules={[{ required: true, message: say('ui.required') }]}
        >
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Refusal problem={begin.problem} />
        <Button type="primary" htmlType="submit" loading={begin.busy}>
          {say('entry.factor.begin')}
        </Button>
      </Form>
    );
  }
  const submit = async (body: { code: string }) => {
    if ((await confirm.act({ body })) !== undefined) onDone();
  };
  return (
    <Form layout="vertical" requiredMark={false} onFinish={(values) => void submit(values)}>
      <p>{say('entry.factor.scan')}</p>
      <p>
        <img src={enrolment.qr} alt={enrolment.uri} width={180} height={180} />
      </p>
      <p>{say('entry.factor.codes')}</p>
      <ul className="entry-codes">
        {enrolment.backupCodes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Form.Item name="code" label={say('entry.code.label')} rules={[{ required: true, message: say('ui.required') }]}>
        <Input autoComplete="one-time-code" inputMode="numeric" />
      </Form.Item>
      <Refusal problem={confirm.problem} />
      <Button type="primary" htmlType="submit" loading={confirm.busy}>
        {say('entry.factor.confirm')}
      </Button>
    </Form>
  );
}

/** Signs out and leaves the desk. */
export function SignOut() {
  const say = useSay();
  const leave = useAct(sessionRoutes.signOut, { quiet: true });
  return (
    <Button
      type="link"
      className="entry-second"
      onClick={() => void leave.act({}).then(() => location.assign('/sign-in'))}
    >
      {say('entry.signOut')}
    </Button>
  );
}

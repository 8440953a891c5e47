import { sessionRoutes } from '@gezhi/contract/access/routes';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Segmented } from 'antd';
import { useState } from 'react';
import { useLocale } from '../../words/locale.tsx';
import { useAct } from '../app/act.ts';
import { appearances, useAppearance } from '../app/appearance.tsx';
import { Page } from '../app/page.tsx';
import { Refusal } from '../app/refusal.tsx';
import { useSession } from '../app/session.tsx';
import { EnrolForm, SignOut } from './enrol.tsx';
import { NewPassword } from './new-password.tsx';

/** One's own account: look, language, password, second factor, the way out. */
export function AccountPage() {
  const { say, locale, setLocale } = useLocale();
  const { chosen, choose } = useAppearance();
  const { person, username, secondFactor } = useSession();
  const client = useQueryClient();
  const [enrolling, setEnrolling] = useState(false);
  const [form] = Form.useForm();
  const change = useAct(sessionRoutes.changePassword, { done: say('entry.password.changed') });

  const submit = async ({ current, password }: { current: string; password: string }) => {
    if ((await change.act({ body: { current, next: password } })) !== undefined) form.resetFields();
  };
  return (
    <Page title={person.name} note={username} narrow>
      <section className="page-block">
        <div className="page-choices">
          <span>{say('desk.theme')}</span>
          <Segmented
            value={chosen}
            onChange={choose}
            options={appearances.map((value) => ({ value, label: say(`desk.theme.${value}`) }))}
          />
          <Button onClick={() => setLocale(locale === 'en' ? 'zh-CN' : 'en')} lang={locale === 'en' ? 'zh-CN' : 'en'}>
            {say('desk.language')}
          </Button>
        </div>
      </section>
      <section className="page-block">
        <h2>{say('entry.password.change')}</h2>
        <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => void submit(values)}>
          <Form.Item
            name="current"
            label={say('entry.password.current')}
            rules={[{ required: true, message: say('ui.required') }]}
          >
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <NewPassword />
          <Refusal problem={change.problem} />
          <Button type="primary" htmlType="submit" loading={change.busy}>
            {say('entry.password.change')}
          </Button>
        </Form>
      </section>
      <section className="page-block">
        <h2>{say('entry.factor.title')}</h2>
        <p>{secondFactor ? say('entry.factor.on') : say('entry.factor.off')}</p>
        {enrolling ? (
          <EnrolForm onDone={() => void client.resetQueries()} />
        ) : (
          <Button onClick={() => setEnrolling(true)}>{say('entry.factor.begin')}</Button>
        )}
      </section>
      <SignOut />
    </Page>
  );
}

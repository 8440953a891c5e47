import { passwordLength } from '@gezhi/domain/access/index';
import { Form, Input } from 'antd';
import { useSay } from '../../words/locale.tsx';

/** The two fields of a new password, `password` and `again`, checked for likeness as one types. */
export function NewPassword() {
  const say = useSay();
  return (
    <>
      <Form.Item
        name="password"
        label={say('entry.password.new')}
        extra={say('entry.password.rule', { n: passwordLength.least })}
        rules={[
          {
            required: true,
            min: passwordLength.least,
            message: say('entry.password.rule', { n: passwordLength.least }),
          },
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label={say('entry.password.again')}
        dependencies={['password']}
        rules={[
          { required: true, message: say('ui.required') },
          ({ getFieldValue }) => ({
            validator: (_rule, value) =>
              value === undefined || value === getFieldValue('password')
                ? Promise.resolve()
                : Promise.reject(new Error(say('entry.password.differ'))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </>
  );
}

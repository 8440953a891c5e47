import { accountRoutes } from '@gezhi/contract/access/routes';
import type { AnswerOf } from '@gezhi/contract/route';
import { peopleRoutes } from '@gezhi/contract/people/index';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { countyZone } from '../../api/program-time.ts';
import { exactTime } from '../../ui/time-words.ts';
import { useSay } from '../../words/locale.tsx';
import { useAct } from '../app/act.ts';
import { Field } from '../app/field.tsx';
import { Refusal } from '../app/refusal.tsx';

type Link = AnswerOf<typeof accountRoutes.invite>;

/** An account for somebody who has none: a name, and a link with which they set their own password. */
export function Invite({ person }: { readonly person: string }) {
  const say = useSay();
  const [username, setUsername] = useState('');
  const [link, setLink] = useState<Link>();
  const invite = useAct(accountRoutes.invite, { quiet: true, refresh: [accountRoutes.list, peopleRoutes.listPeople] });
  if (link !== undefined) return <OneTimeLink link={link} />;
  const submit = async () => {
    const answer = await invite.act({ body: { person, username: username.trim() } });
    if (answer !== undefined) setLink(answer.value);
  };
  return (
    <form
      className="fields"
      aria-label={say('account.invite')}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field label={say('account.username')} needed>
        {(id) => (
          <Input
            id={id}
            value={username}
            maxLength={40}
            autoComplete="off"
            onChange={(event) => setUsername(event.target.value)}
          />
        )}
      </Field>
      <Refusal problem={invite.problem} />
      <Button htmlType="submit" loading={invite.busy} disabled={username.trim() === ''}>
        {say('account.invite')}
      </Button>
    </form>
  );
}

/** A link to hand over; it is shown once. */
export function OneTimeLink({ link }: { readonly link: Link }) {
  const say = useSay();
  return (
    <div className="people-link" role="status">
      <span>{say('account.link')}</span>
      <code>{link.link}</code>
      <span className="sheet-small">
        {say('account.link.until', { time: exactTime(Date.parse(link.expires), countyZone) })}
      </span>
    </div>
  );
}

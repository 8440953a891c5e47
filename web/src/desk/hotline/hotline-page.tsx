import { useState } from 'react';
import { useSay } from '../../words/locale.tsx';
import { Page } from '../app/page.tsx';
import { FiledNote } from './filed-note.tsx';
import type { FiledCase } from './filed-note.tsx';
import { HotlineForm } from './hotline-form.tsx';
import './hotline.css';

/** A clerk files for a caller: who calls and what they raised before, what it is, where it is. */
export function HotlinePage() {
  const say = useSay();
  const [filed, setFiled] = useState<FiledCase>();
  return (
    <Page title={say('hotline.title')}>
      {filed === undefined ? (
        <HotlineForm onFiled={setFiled} />
      ) : (
        <FiledNote filed={filed} onNext={() => setFiled(undefined)} />
      )}
    </Page>
  );
}

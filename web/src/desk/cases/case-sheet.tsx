import { CloseOutlined } from '@ant-design/icons';
import type { CaseView, StaffCommandName } from '@gezhi/contract/cases/index';
import { App, Button } from 'antd';
import { useEffect, useState } from 'react';
import { photoOf } from '../../api/photo.ts';
import { PhotoStrip } from '../../ui/photo-strip.tsx';
import { StateSentence } from '../../ui/state-sentence.tsx';
import { useSay } from '../../words/locale.tsx';
import { Asks } from './asks.tsx';
import { Clocks } from './clocks.tsx';
import { CommandBar } from './commands/command-bar.tsx';
import type { Chosen } from './commands/command-bar.tsx';
import { Facts } from './facts.tsx';
import { History } from './history.tsx';
import { CaseLight } from '../../ui/cases/case-light.tsx';
import { Links } from './links.tsx';
import { nextStepOf } from '../../ui/cases/next.ts';
import { Orders } from './orders.tsx';
import { Parties } from './parties.tsx';
import { Ratings } from './ratings.tsx';
import { Same } from './same.tsx';
import { Why } from './why.tsx';
import './case-sheet.css';

/** A command that was asked for from outside the case: its form is to open. */
export interface Begin {
  readonly command: StaffCommandName;
}

interface CaseSheetProps {
  readonly found: CaseView;
  readonly etag: string;
  readonly begin: Begin | undefined;
  readonly onBegun: (() => void) | undefined;
  readonly onClose: () => void;
  readonly onOpen: (id: string) => void;
}

/** A case on one screen: what it is, how it stands and who is next; then place, bodies, clocks, history; what can be done at the foot. */
export function CaseSheet({ found, etag, begin, onBegun, onClose, onOpen }: CaseSheetProps) {
  const say = useSay();
  const { message } = App.useApp();
  const [chosen, setChosen] = useState<Chosen>();
  const [begun, setBegun] = useState<Begin>();
  if (begin !== undefined && begin !== begun) {
    setBegun(begin);
    if (found.commands.includes(begin.command)) setChosen({ command: begin.command });
  }
  useEffect(() => {
    if (begin === undefined) return;
    const { command } = begin;
    const { number, commands } = found;
    if (!commands.includes(command))
      void message.info(say('list.cannot', { number, command: say(`case.command.${command}`) }));
    onBegun?.();
  }, [begin, found, message, say, onBegun]);
  const photos = found.photos.map(photoOf);
  return (
    <article className="sheet" aria-label={found.number}>
      <header className="sheet-head">
        <div className="sheet-title">
          <span className="sheet-number">{found.number}</span>
          <Button type="text" size="small" icon={<CloseOutlined />} aria-label={say('cases.close')} onClick={onClose} />
        </div>
        <h2>{found.category.name}</h2>
        <p className="sheet-standing">
          <CaseLight row={found} />
          {found.next === undefined ? null : <span className="sheet-state">{say(`case.state.${found.state}`)}</span>}
          {found.urgency === 'urgent' ? <b className="case-urgent">{say('case.urgency.urgent')}</b> : null}
        </p>
        <p className="sheet-next">
          <StateSentence next={nextStepOf(found)} />
        </p>
        <Why found={found} />
      </header>
      <div className="sheet-body">
        {found.description === '' ? null : <Words text={found.description} />}
        <PhotoStrip photos={photos} />
        <Facts found={found} />
        <Asks found={found} onJudge={(ask) => setChosen({ command: 'judge', ask })} />
        <Orders found={found} onAnswer={(order) => setChosen({ command: 'answerSupervision', order })} />
        <Same found={found} onOpen={onOpen} onMerge={(into) => setChosen({ command: 'merge', into })} />
        <Parties found={found} onRate={(workOrder) => setChosen({ command: 'rateBody', workOrder })} />
        <Clocks clocks={found.clocks} />
        <Ratings ratings={found.ratings} />
        <Links found={found} onOpen={onOpen} />
        <History found={found} />
      </div>
      <CommandBar found={found} etag={etag} chosen={chosen} onChoose={setChosen} />
    </article>
  );
}

/** Characters beyond which the words scroll in their own box, so that place and bodies stay in sight. */
const LONG = 240;

function Words({ text }: { readonly text: string }) {
  return text.length <= LONG ? (
    <p className="sheet-words">{text}</p>
  ) : (
    <p className="sheet-words sheet-words-long" tabIndex={0}>
      {text}
    </p>
  );
}

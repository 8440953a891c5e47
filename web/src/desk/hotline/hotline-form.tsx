import { caseRoutes } from '@gezhi/contract/cases/index';
import { Alert, Button, Checkbox, Input, Radio, Segmented } from 'antd';
import { useEffect, useState } from 'react';
import { PhotosUnderWay, PhotoTaker, usePhotosUnderWay } from '../../ui/photo-strip.tsx';
import { useSay } from '../../words/locale.tsx';
import { useAct } from '../app/act.ts';
import { Field } from '../app/field.tsx';
import { Refusal } from '../app/refusal.tsx';
import { CasePane } from '../cases/case-pane.tsx';
import { CategoryPicker } from '../pickers/category-picker.tsx';
import { keepMatter, keptMatter } from './draft.ts';
import { Earlier } from './earlier.tsx';
import type { FiledCase } from './filed-note.tsx';
import { blankMatter, filingOf, hasPlace } from './matter.ts';
import type { Matter } from './matter.ts';
import { Nearby } from './nearby.tsx';
import { PlaceFinder } from './place-finder.tsx';

/** The form: caller, matter, place; beside it what is known already, so that nothing is filed twice. */
export function HotlineForm({ onFiled }: { readonly onFiled: (filed: FiledCase) => void }) {
  const say = useSay();
  const [matter, setMatter] = useState<Matter>(keptMatter);
  const [opened, setOpened] = useState<string>();
  const [asked, setAsked] = useState('');
  const [photosUnderWay, tellPhotos] = usePhotosUnderWay();
  const [placeless, setPlaceless] = useState(false);
  const file = useAct(caseRoutes.file, { quiet: true, refresh: [caseRoutes.list, caseRoutes.map] });
  const set = (change: Partial<Matter>) => setMatter((all) => ({ ...all, ...change }));
  useEffect(() => keepMatter(matter), [matter]);

  const submit = async () => {
    setPlaceless(!hasPlace(matter));
    if (!hasPlace(matter)) return;
    const answer = await file.act({ body: filingOf(matter) });
    if (answer === undefined) return;
    keepMatter(blankMatter);
    onFiled(answer.value);
  };
  return (
    <div className="hotline">
      <form
        className="hotline-main"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <section className="page-block">
          <h2>{say('hotline.caller')}</h2>
          <Segmented
            aria-label={say('hotline.channel')}
            value={matter.channel}
            onChange={(channel) => set({ channel })}
            options={(['hotline', 'desk'] as const).map((value) => ({ value, label: say(`hotline.channel.${value}`) }))}
          />
          <span className="sheet-small">{say(`hotline.channel.${matter.channel}.hint`)}</span>
          <div className="hotline-pair">
            <Field label={say('hotline.phone')}>
              {(id) => (
                <Input.Search
                  id={id}
                  value={matter.phone}
                  inputMode="tel"
                  maxLength={30}
                  enterButton={say('hotline.lookup')}
                  onChange={(event) => set({ phone: event.target.value })}
                  onSearch={(phone, event) => {
                    event?.preventDefault();
                    setAsked(phone.trim());
                  }}
                />
              )}
            </Field>
            <Field label={say('hotline.name')}>
              {(id) => (
                <Input
                  id={id}
                  value={matter.name}
                  maxLength={50}
                  onChange={(event) => set({ name: event.target.value })}
                />
              )}
            </Field>
          </div>
          <Checkbox checked={matter.onBehalf} onChange={(event) => set({ onBehalf: event.target.checked })}>
            {say('hotline.onBehalf')}
          </Checkbox>
          <Checkbox checked={matter.hide} onChange={(event) => set({ hide: event.target.checked })}>
            {say('hotline.hide')}
          </Checkbox>
        </section>
        <section className="page-block">
          <h2>{say('hotline.matter')}</h2>
          <Field label={say('hotline.description')}>
            {(id) => (
              <Input.TextArea
                id={id}
                value={matter.description}
                maxLength={4000}
                rows={3}
                className="grows"
                onChange={(event) => set({ description: event.target.value })}
              />
            )}
          </Field>
          <div className="hotline-pair">
            <Field label={say('hotline.category')} hint={say('hotline.category.hint')}>
              {(id) => (
                <CategoryPicker id={id} value={matter.category} onChange={(category) => set({ category })} clearable />
              )}
            </Field>
            <Field label={say('form.urgency')}>
              {(id) => (
                <Radio.Group
                  id={id}
                  value={matter.urgency}
                  onChange={(event) => set({ urgency: event.target.value as Matter['urgency'] })}
                  options={(['ordinary', 'urgent'] as const).map((value) => ({
                    value,
                    label: say(`case.urgency.${value}`),
                  }))}
                />
              )}
            </Field>
          </div>
          <PhotosUnderWay value={tellPhotos}>
            <PhotoTaker onChange={(photos) => set({ photos })} />
          </PhotosUnderWay>
        </section>
        <section className="page-block">
          <h2>{say('hotline.where')}</h2>
          <PlaceFinder matter={matter} onChange={set} />
        </section>
        {placeless ? <Alert type="error" showIcon className="refusal" title={say('hotline.needsPlace')} /> : null}
        {photosUnderWay > 0 ? (
          <Alert
            type="warning"
            showIcon
            className="refusal"
            title={say('form.photos.underWay', { n: photosUnderWay })}
          />
        ) : null}
        <Refusal problem={file.problem} />
        <Button
          type="primary"
          htmlType="submit"
          size="large"
          loading={file.busy}
          disabled={matter.description.trim() === '' || photosUnderWay > 0}
          aria-describedby="hotline-why"
        >
          {say('hotline.file')}
        </Button>
        {matter.description.trim() === '' ? (
          <span className="sheet-small" id="hotline-why">
            {say('hotline.needsWords')}
          </span>
        ) : null}
      </form>
      <aside className={opened === undefined ? 'hotline-side' : 'hotline-side hotline-open'}>
        {opened === undefined ? (
          <>
            <Earlier phone={asked} onOpen={setOpened} />
            <Nearby point={matter.point} category={matter.category} onOpen={setOpened} />
          </>
        ) : (
          <CasePane key={opened} id={opened} onClose={() => setOpened(undefined)} onOpen={setOpened} />
        )}
      </aside>
    </div>
  );
}

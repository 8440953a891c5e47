import { caseKind, urgency } from '@gezhi/contract/cases/index';
import { Input, Radio, Select } from 'antd';
import { PhotoTaker } from '../../../ui/photo-strip.tsx';
import { useSay } from '../../../words/locale.tsx';
import { BodiesPicker, BodyPicker } from '../../pickers/body-picker.tsx';
import { CategoryPicker } from '../../pickers/category-picker.tsx';
import { ColleaguePicker } from '../../pickers/colleague-picker.tsx';
import { MomentPicker } from '../../pickers/moment-picker.tsx';
import { PointPicker } from '../../pickers/point-picker.tsx';
import { SummonsKindPicker } from '../../pickers/summons-kind-picker.tsx';
import type { Body } from '../../pickers/bodies.ts';
import { extendedClock } from './amount.ts';
import type { ClockAmount } from './amount.ts';
import { AmountInput } from './amount-input.tsx';
import { ChildrenInput } from './children-input.tsx';
import type { Child } from './children-input.tsx';
import type { FieldInputProps } from './field-input.tsx';
import { LikelySame } from './likely-same.tsx';
import { orderOptions, workOrderOf } from './own-orders.ts';

interface WidgetInputProps extends FieldInputProps {
  readonly id: string;
  readonly label: string;
}

/** The input that asks for one part of a command. */
export function WidgetInput({ field, found, value, values, onChange, id, label }: WidgetInputProps) {
  const say = useSay();
  const choices = (names: readonly (readonly [string | boolean, string])[]) => (
    <Radio.Group
      id={id}
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      options={names.map(([key, text]) => ({ value: key, label: text }))}
    />
  );
  switch (field.widget) {
    case 'words':
      return (
        <Input.TextArea
          id={id}
          value={text(value)}
          maxLength={field.most}
          rows={2}
          className="grows"
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'line':
      return (
        <Input id={id} value={text(value)} maxLength={field.most} onChange={(event) => onChange(event.target.value)} />
      );
    case 'photos':
      return <PhotoTaker onChange={onChange} />;
    case 'category':
      return <CategoryPicker id={id} value={text(value)} onChange={onChange} />;
    case 'kind':
      return choices(caseKind.options.map((one) => [one, say(`case.kind.${one}`)]));
    case 'urgency':
      return choices(urgency.options.map((one) => [one, say(`case.urgency.${one}`)]));
    case 'point':
      return (
        <PointPicker
          label={label}
          area={found.area.code}
          start={found.point}
          value={value as [number, number] | undefined}
          onChange={onChange}
        />
      );
    case 'body':
      return <BodyPicker id={id} found={found} value={value as Body | undefined} onChange={onChange} />;
    case 'bodies':
      return <BodiesPicker id={id} found={found} value={(value ?? []) as readonly Body[]} onChange={onChange} />;
    case 'summonsKind':
      return <SummonsKindPicker id={id} value={text(value)} onChange={onChange} />;
    case 'workOrder':
      return <Select id={id} value={value} options={[...orderOptions(found)]} onChange={onChange} />;
    case 'colleague':
      return <ColleaguePicker id={id} order={workOrderOf(found)} value={text(value)} onChange={onChange} />;
    case 'amount':
      return (
        <AmountInput
          id={id}
          old={extendedClock(found, text(values['workOrder']) ?? workOrderOf(found)?.id)?.amount ?? oneDay}
          value={value as number | undefined}
          onChange={onChange}
        />
      );
    case 'moment':
      return <MomentPicker id={id} value={text(value)} onChange={onChange} ahead />;
    case 'ask':
      return choices(
        found.asks
          .filter(({ judgedAt, mine }) => mine && judgedAt === undefined)
          .map((ask) => [ask.id, say(`case.ask.${ask.kind}`)]),
      );
    case 'upheld':
      return choices([
        [true, say('form.upheld.yes')],
        [false, say('form.upheld.no')],
      ]);
    case 'pass':
      return choices([
        [true, say('form.pass.yes')],
        [false, say('form.pass.no')],
      ]);
    case 'solved':
      return choices((['yes', 'partly', 'no'] as const).map((one) => [one, say(`case.solved.${one}`)]));
    case 'satisfied':
      return choices((['very', 'fairly', 'no'] as const).map((one) => [one, say(`case.satisfied.${one}`)]));
    case 'case':
      return <LikelySame id={id} found={found} value={text(value)} onChange={onChange} />;
    case 'children':
      return <ChildrenInput value={(value ?? []) as readonly Child[]} onChange={onChange} />;
    case 'tick':
    case 'order':
      return null;
  }
}

/** Days are asked for where no clock says what it counts. */
const oneDay: ClockAmount = { kind: 'workingDays', amount: 1 };

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

import { Button, Input } from 'antd';
import { useSay } from '../../../words/locale.tsx';
import { CategoryPicker } from '../../pickers/category-picker.tsx';

/** One part of a case that is split. */
export interface Child {
  readonly description: string;
  readonly category?: string | undefined;
}

interface ChildrenInputProps {
  readonly value: readonly Child[];
  readonly onChange: (children: readonly Child[]) => void;
}

/** The parts a case is split into: two at least, each with its words and category. */
export function ChildrenInput({ value, onChange }: ChildrenInputProps) {
  const say = useSay();
  const set = (at: number, change: Partial<Child>) =>
    onChange(value.map((child, index) => (index === at ? { ...child, ...change } : child)));
  return (
    <>
      {value.map((child, at) => (
        <div key={at} className="command-child">
          <Input.TextArea
            aria-label={say('form.child.description', { n: at + 1 })}
            placeholder={say('form.child.description', { n: at + 1 })}
            value={child.description}
            maxLength={4000}
            rows={1}
            className="grows"
            onChange={(event) => set(at, { description: event.target.value })}
          />
          <CategoryPicker
            label={say('form.child.category', { n: at + 1 })}
            value={child.category}
            onChange={(category) => set(at, { category })}
          />
          {value.length > 2 ? (
            <Button size="small" onClick={() => onChange(value.filter((_, index) => index !== at))}>
              {say('form.children.drop', { n: at + 1 })}
            </Button>
          ) : null}
        </div>
      ))}
      <Button size="small" onClick={() => onChange([...value, { description: '' }])}>
        {say('form.children.add')}
      </Button>
    </>
  );
}

import { InputNumber } from 'antd';
import { useLocale } from '../../words/locale.tsx';
import { isShare, settingsIn } from './settings-list.ts';
import type { Setting } from './settings-list.ts';
import type { Json } from './table.ts';

/** The single values of a body, each by its name. */
export function SettingsView({ body }: { readonly body: Json }) {
  const { named } = useLocale();
  const settings = settingsIn(body);
  if (settings.length === 0) return null;
  return (
    <dl className="rules-settings">
      {settings.map((setting) => (
        <div key={setting.path}>
          <dt>{named('rules.setting.', setting.path)}</dt>
          <dd>{shownIn(setting, named)}</dd>
        </div>
      ))}
    </dl>
  );
}

function shownIn({ path, value }: Setting, named: (start: string, thing: string) => string): string {
  if (typeof value === 'boolean') return named('rules.', value ? 'yes' : 'no');
  if (typeof value === 'number' && isShare(path)) return `${Math.round(value * 1000) / 10}%`;
  return String(value);
}

interface SettingsFormProps {
  readonly body: Json;
  readonly onChange: (path: string, value: unknown) => void;
}

/** The same values to change: numbers by their names, shares in per cent. */
export function SettingsForm({ body, onChange }: SettingsFormProps) {
  const { named } = useLocale();
  const numbers = settingsIn(body).filter(({ value }) => typeof value === 'number');
  return (
    <dl className="rules-settings">
      {numbers.map(({ path, value }) => {
        const share = isShare(path);
        const label = named('rules.setting.', path);
        return (
          <div key={path}>
            <dt>{label}</dt>
            <dd>
              <InputNumber
                aria-label={label}
                value={share ? Math.round(Number(value) * 1000) / 10 : Number(value)}
                min={0}
                {...(share ? { max: 100, suffix: '%' } : {})}
                onChange={(next) => onChange(path, next === null ? undefined : share ? next / 100 : next)}
              />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

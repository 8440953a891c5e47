import { Alert } from 'antd';
import type { Problem } from '../../api/call.ts';

/** What was refused, in the server's words, above the button that was pressed. */
export function Refusal({ problem }: { readonly problem: Problem | undefined }) {
  if (problem === undefined) return null;
  const lines = (problem.errors ?? []).map(({ path, message }) => ({ path, message }));
  const detail =
    problem.detail === undefined && lines.length === 0 ? undefined : (
      <>
        {problem.detail}
        {lines.length === 0 ? null : (
          <ul className="refusal-lines">
            {lines.map(({ path, message }) => (
              <li key={path + message}>
                {path === '' ? null : <code>{path}</code>} {message}
              </li>
            ))}
          </ul>
        )}
      </>
    );
  return <Alert type="error" showIcon title={problem.title} description={detail} className="refusal" />;
}

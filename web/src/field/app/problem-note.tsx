import type { Problem } from '../../api/call.ts';

/** What was refused, in the server's words. */
export function ProblemNote({ problem }: { readonly problem: Problem | undefined }) {
  if (problem === undefined) return null;
  const lines = (problem.errors ?? []).map(({ message }) => message);
  return (
    <div className="problem" role="alert">
      <strong>{problem.title}</strong>
      {[problem.detail, ...lines].filter((line) => line !== undefined && line !== problem.title).join(' ')}
    </div>
  );
}

import { spawn } from 'node:child_process';

/**
 * Runs a command on this terminal with more environment, passes SIGTERM and SIGINT on to it, and resolves with its
 * exit code (1 when a signal ended it).
 */
export function runBeside(command: readonly string[], environment: Record<string, string>): Promise<number> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, { stdio: 'inherit', env: { ...process.env, ...environment } });
  const forward = (signal: NodeJS.Signals): void => void child.kill(signal);
  process.on('SIGTERM', forward).on('SIGINT', forward);
  return new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  }).finally(() => process.off('SIGTERM', forward).off('SIGINT', forward));
}

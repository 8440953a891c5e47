import type { Command } from 'commander';

/** Adds one command to `gezhi`. One file each; `commands.ts` lists them. */
export type AddCommand = (program: Command) => void;

/** Ends a command with a sentence for whoever ran it and exit code 1. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';
}

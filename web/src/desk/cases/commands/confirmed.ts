import type { StaffCommandName } from '@gezhi/contract/cases/index';

/**
 * Commands that ask nothing and yet settle who owes the work: they are not given by one slip of the hand. What they
 * lead to stands above their button, by the catalogue under `form.confirm.*`.
 */
const confirmed = ['assignToDesk', 'refuseByGate'] as const;

/** Whether the command shows what it leads to before it is given. */
export function isConfirmed(command: StaffCommandName): command is (typeof confirmed)[number] {
  return confirmed.some((one) => one === command);
}

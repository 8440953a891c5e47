import { staffCommands } from '@gezhi/contract/cases/index';
import type { StaffCommandName } from '@gezhi/contract/cases/index';
import { z } from 'zod';

/** What a part of a command is asked with. */
export type Widget =
  | 'words'
  | 'line'
  | 'photos'
  | 'category'
  | 'kind'
  | 'urgency'
  | 'point'
  | 'body'
  | 'bodies'
  | 'summonsKind'
  | 'workOrder'
  | 'colleague'
  | 'amount'
  | 'moment'
  | 'ask'
  | 'order'
  | 'upheld'
  | 'pass'
  | 'tick'
  | 'solved'
  | 'satisfied'
  | 'case'
  | 'children';

/** One part of a command as a field of its form. */
export interface Field {
  readonly name: FieldName;
  readonly widget: Widget;
  readonly required: boolean;
  /** Characters at most. */
  readonly most: number | undefined;
}

/** By the name of the part, whatever the command. */
const widgets = {
  reason: 'words',
  note: 'words',
  text: 'words',
  words: 'words',
  address: 'line',
  photos: 'photos',
  category: 'category',
  kind: 'kind',
  urgency: 'urgency',
  point: 'point',
  lead: 'body',
  supporting: 'bodies',
  bodies: 'bodies',
  summonsKind: 'summonsKind',
  workOrder: 'workOrder',
  to: 'colleague',
  amount: 'amount',
  until: 'moment',
  ask: 'ask',
  order: 'order',
  upheld: 'upheld',
  pass: 'pass',
  public: 'tick',
  answered: 'tick',
  came: 'tick',
  worked: 'tick',
  satisfied: 'satisfied',
  into: 'case',
  children: 'children',
} as const satisfies Readonly<Record<string, Widget>>;

/** Every part that some command has. `solved` is asked in two ways. */
export type FieldName = keyof typeof widgets | 'solved';

function isFieldName(part: string): part is FieldName {
  return part === 'solved' || Object.hasOwn(widgets, part);
}

function widgetOf(command: StaffCommandName, name: FieldName): Widget {
  if (name === 'solved') return command === 'rateBody' ? 'tick' : 'solved';
  return widgets[name];
}

/** The form of a command, read from its schema: a part that is added there appears here. */
export function fieldsOf(command: StaffCommandName): readonly Field[] {
  const parts = Object.entries(staffCommands[command].shape).filter(([name]) => name !== 'type');
  return parts.map(([name, schema]) => {
    if (!isFieldName(name)) throw new Error(`No widget for ${command}.${name}`);
    return {
      name,
      widget: widgetOf(command, name),
      required: !schema.safeParse(undefined).success,
      most: longest(schema),
    };
  });
}

function longest(schema: z.core.$ZodType): number | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return longest(schema.unwrap());
  return schema instanceof z.ZodString ? (schema.maxLength ?? undefined) : undefined;
}

/** Commands that ask nothing are given by their button alone. `workOrder` is asked only of who stands for several. */
export function asksNothing(command: StaffCommandName, ownOrders: number): boolean {
  return fieldsOf(command).every(({ widget }) => widget === 'workOrder' && ownOrders <= 1);
}

/** What a form holds, ready to send: blank optional parts left out. */
export function commandFrom(command: StaffCommandName, values: Readonly<Record<string, unknown>>) {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  return staffCommands[command].safeParse({ ...Object.fromEntries(given), type: command });
}

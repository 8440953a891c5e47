import { z } from 'zod';

/** The part of JSON Schema that the contract's bodies become. */
interface Shape {
  readonly type?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Shape>>;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly prefixItems?: readonly Shape[];
  readonly minItems?: number;
  readonly format?: string;
  readonly minimum?: number;
  readonly minLength?: number;
}

/** The least that a schema takes: what it needs and nothing more, with `known` values for properties of those names. */
export function leastBody(schema: z.ZodType, known: Readonly<Record<string, unknown>>): unknown {
  const root = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape;

  function least(shape: Shape, name: string): unknown {
    if (shape.$ref !== undefined) return least(root.$defs?.[shape.$ref.slice('#/$defs/'.length)] ?? {}, name);
    if (shape.const !== undefined) return shape.const;
    if (shape.enum !== undefined) return shape.enum[0];
    if (Object.hasOwn(known, name) && shape.type !== 'array') return known[name];
    const [choice] = shape.anyOf ?? shape.oneOf ?? [];
    if (choice !== undefined) return least(choice, name);
    switch (shape.type) {
      case 'string':
        return leastText(shape);
      case 'integer':
      case 'number':
        return Math.max(shape.minimum ?? 1, 1);
      case 'boolean':
        return true;
      case 'array':
        if (shape.prefixItems !== undefined) return shape.prefixItems.map((one) => least(one, name));
        // One of what it is about, where it may be about something known: the areas of a zone, the cases of a bulk.
        return Array.from({ length: Math.max(shape.minItems ?? 0, Object.hasOwn(known, name) ? 1 : 0) }, () =>
          Object.hasOwn(known, name) ? known[name] : least(shape.items ?? {}, name),
        );
      case 'object':
        return Object.fromEntries(
          (shape.required ?? []).map((each) => [each, least(shape.properties?.[each] ?? {}, each)]),
        );
      default:
        return {};
    }
  }
  return least(root, '');
}

function leastText({ format, minLength = 1 }: Shape): string {
  switch (format) {
    case 'uuid':
      return '01900000-0000-7000-8000-00000000abcd';
    case 'date-time':
      return '2026-11-27T09:00:00+08:00';
    case 'date':
      return '2026-11-27';
    case 'email':
      return 'a@example.org';
    case 'uri':
      return 'https://example.org/';
    default:
      return 'a'.repeat(Math.max(minLength, 3));
  }
}

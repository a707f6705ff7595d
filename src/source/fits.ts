/** The part of JSON Schema in which the shape of a file is written down. */
export interface Shape {
  readonly type?: 'object' | 'array' | 'string' | 'boolean';
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Shape;
  readonly propertyNames?: Shape;
  readonly items?: Shape;
  readonly minItems?: number;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly anyOf?: readonly Shape[];
  readonly $ref?: string;
  readonly definitions?: Readonly<Record<string, Shape>>;
}

/** The keywords that `fits` knows; a shape with another is refused when it is generated. */
export const SHAPE_KEYWORDS = ['type', 'properties', 'required', 'additionalProperties', 'propertyNames', 'items', 'minItems', 'enum', 'pattern', 'anyOf', '$ref', 'definitions'] as const satisfies readonly (keyof Shape)[];

/**
 * Whether a value has a shape: yes or no, at once. What is wrong with one that has not, the schema says, which takes
 * longer to load than most files to read.
 */
export function fits(value: unknown, shape: Shape, root: Shape = shape): boolean {
  if (shape.$ref !== undefined) {
    const target = root.definitions?.[shape.$ref.replace('#/definitions/', '')];
    return target !== undefined && fits(value, target, root);
  }
  if (shape.anyOf && !shape.anyOf.some((each) => fits(value, each, root))) return false;
  switch (shape.type) {
    case undefined: return true;
    case 'boolean': return typeof value === 'boolean';
    case 'string': return typeof value === 'string' && (!shape.enum || shape.enum.includes(value)) && (shape.pattern === undefined || expression(shape.pattern).test(value));
    case 'array': return Array.isArray(value) && value.length >= (shape.minItems ?? 0) && value.every((item) => shape.items === undefined || fits(item, shape.items, root));
    case 'object': return typeof value === 'object' && value !== null && !Array.isArray(value) && fitsObject(value, shape, root);
    default: return shape.type satisfies never;
  }
}

function fitsObject(value: object, shape: Shape, root: Shape): boolean {
  for (const key of shape.required ?? []) if (!Object.hasOwn(value, key)) return false;
  for (const [key, inner] of Object.entries(value)) {
    if (shape.propertyNames && !fits(key, shape.propertyNames, root)) return false;
    const known = shape.properties && Object.hasOwn(shape.properties, key) ? shape.properties[key] : undefined;
    const expected = known ?? shape.additionalProperties;
    if (expected === false || (typeof expected === 'object' && !fits(inner, expected, root))) return false;
  }
  return true;
}

const expressions = new Map<string, RegExp>();

function expression(pattern: string): RegExp {
  const known = expressions.get(pattern) ?? new RegExp(pattern);
  expressions.set(pattern, known);
  return known;
}

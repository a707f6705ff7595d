import { CASES, type Case, type Inline, type Value, type ValueForm } from '../../model/index.ts';
import { isValue } from '../check-draft.ts';
import { decodeId } from './escape.ts';

type Atom = Exclude<Inline, { readonly type: 'text' | 'bracket' | 'insertion' | 'deletion' | 'moved' }>;

/** What a comment opens. `atom`: an inline whose words stand between the comments, with the sum over them. */
export type Opened =
  | { readonly kind: 'atom'; readonly sum: string; make(text: string, href: string | undefined): Atom | undefined }
  | { readonly kind: 'bracket'; readonly note?: string }
  | { readonly kind: 'option'; readonly party?: string }
  | { readonly kind: 'moved'; readonly direction: 'from' | 'to'; readonly id: string };

/** Undefined where the comment is none of ours, or broken. */
export function parseOpening(body: string, values: ReadonlyMap<string, Value>): Opened | undefined {
  const brace = body.indexOf(' {');
  const [kind = '', ...encoded] = (brace < 0 ? body : body.slice(0, brace)).split(' ');
  const data = brace < 0 ? {} : parseObject(body.slice(brace + 1));
  if (data === undefined) return undefined;
  const fields = encoded.map(decodeId);
  if (fields.includes(undefined)) return undefined;
  const [first, second] = fields;
  if (kind === 'bracket') {
    const note = data['note'];
    return fields.length > 0 ? undefined : { kind: 'bracket', ...(typeof note === 'string' && { note }) };
  }
  if (kind === 'o') return fields.length > 1 ? undefined : { kind: 'option', ...(first !== undefined && { party: first }) };
  if (kind === 'm') {
    return (first === 'from' || first === 'to') && second !== undefined ? { kind: 'moved', direction: first, id: second } : undefined;
  }
  const sum = encoded.at(-1);
  const make = atomMaker(kind, fields.slice(0, -1), data, values);
  return sum === undefined || make === undefined ? undefined : { kind: 'atom', sum, make };
}

function atomMaker(
  kind: string, fields: readonly (string | undefined)[], data: Readonly<Record<string, unknown>>, values: ReadonlyMap<string, Value>,
): ((text: string, href: string | undefined) => Atom | undefined) | undefined {
  const [first, second] = fields;
  if (kind === 'r') {
    const form = caseForm(data['form']);
    return (text, href) => (href === undefined ? undefined : { type: 'reference', instrument: 'self', id: href, ...form, text });
  }
  if (first === undefined) return undefined;
  switch (kind) {
    case 'v': {
      const value = data['value'] ?? values.get(first);
      const form = valueForm(data['form']);
      return (text) => (isValue(value) ? { type: 'value', parameter: first, value, ...form, text } : undefined);
    }
    case 't':
      return (text) => ({ type: 'term', term: first, text });
    case 'd':
      return (text) => ({ type: 'definition', term: first, text });
    case 'n':
      return (text) => ({ type: 'name', of: first, text });
    case 'f':
      return (text) => ({ type: 'reference', instrument: 'framework', id: first, ...caseForm(data['form']), text });
    case 'b':
      return (first === 'open' || first === 'signing') && second !== undefined
        ? (text) => ({ type: 'blank', kind: first, parameter: second, text }) : undefined;
    default:
      return undefined;
  }
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function caseForm(form: unknown): { readonly form?: { readonly case?: Case } } {
  return isRecord(form) ? { form: withCase(form) } : {};
}

function valueForm(form: unknown): { readonly form?: ValueForm } {
  if (!isRecord(form)) return {};
  const { style, part } = form;
  return {
    form: {
      ...(style === 'figures' || style === 'words' ? { style } : {}),
      ...withCase(form),
      ...(typeof part === 'string' && { part }),
    },
  };
}

function withCase(form: Readonly<Record<string, unknown>>): { readonly case?: Case } {
  const grammaticalCase = CASES.find((known) => known === form['case']);
  return grammaticalCase === undefined ? {} : { case: grammaticalCase };
}

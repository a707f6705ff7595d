import type { Condition, Library, Operand, Predicate, Relation } from '../../model/index.ts';

/** A condition as a lawyer reads it: the questions with the answers that make it true. */
export function conditionInWords({ source }: Condition, library: Library): string {
  const predicate = library.predicates[source];
  return predicate ? say(predicate, library, false) : source;
}

function say(predicate: Predicate, library: Library, not: boolean): string {
  switch (predicate.op) {
    case '&&':
    case '||': {
      const own = joint(predicate, not);
      return [predicate.left, predicate.right].map((part) => {
        const inner = joint(part, not);
        return inner === undefined || inner === own ? say(part, library, not) : `(${say(part, library, not)})`;
      }).join(` ${own ?? 'and'} `);
    }
    case '!': return say(predicate.inner, library, !not);
    case '?:': return `if ${say(predicate.test, library, false)}: ${say(predicate.yes, library, not)}; else: ${say(predicate.no, library, not)}`;
    case 'is': return predicate.path === 'framework' ? (not ? 'there is no framework above it' : 'there is a framework above it') : `${question(predicate.path, library)} – ${not ? 'no' : 'yes'}`;
    case 'compare': return compared(predicate, library, not);
    case 'cel': return not ? `not (${predicate.source})` : predicate.source;
    case 'fault': return predicate.message;
    default: return predicate satisfies never;
  }
}

/** What joins the parts of a condition: not both is not one or not the other. */
function joint(predicate: Predicate, not: boolean): 'and' | 'or' | undefined {
  if (predicate.op === '!') return joint(predicate.inner, !not);
  return predicate.op === '&&' || predicate.op === '||' ? ((predicate.op === '&&') !== not ? 'and' : 'or') : undefined;
}

const OPPOSITE: Readonly<Record<Relation, Relation>> = { '==': '!=', '!=': '==', '<': '>=', '<=': '>', '>': '<=', '>=': '<' };
const WORDS: Readonly<Record<Relation, string>> = { '==': '', '!=': 'not ', '<': 'less than ', '<=': 'at most ', '>': 'more than ', '>=': 'at least ' };

function compared({ by, left, right }: Extract<Predicate, { op: 'compare' }>, library: Library, not: boolean): string {
  const relation = not ? OPPOSITE[by] : by;
  const name = 'path' in left ? left.path : 'size' in left ? left.size : 'sum' in left ? left.sum : undefined;
  const value = valueInWords(right, name, library);
  if (name === 'instrument') return `the instrument is ${WORDS[relation]}${value}`;
  if (name === 'register') return `the register is ${WORDS[relation]}${value}`;
  if (name === 'texts') return `the instrument is made in ${WORDS[relation]}${value} ${value === '1' ? 'language' : 'languages'}`;
  if (name === 'parties') return `there are ${WORDS[relation]}${value} parties`;
  // “More than none” is how a condition says “any”.
  if ('size' in left && relation === '>' && value === '0') return `${question(left.size, library)} – any`;
  if ('size' in left && relation === '==' && value === '0') return `${question(left.size, library)} – none`;
  if ('sum' in left) return `the sum of ${question(left.sum, library)} – ${WORDS[relation]}${value}`;
  return `${name === undefined ? valueInWords(left, undefined, library) : question(name, library)} – ${WORDS[relation]}${value}`;
}

function question(name: string, library: Library): string {
  const ask = library.parameters[name]?.ask;
  return ask === undefined ? name : `“${Object.values(ask)[0] ?? name}”`;
}

function valueInWords(side: Operand, name: string | undefined, library: Library): string {
  if ('text' in side) {
    const label = library.parameters[name ?? '']?.options?.find(({ id }) => id === side.text)?.label;
    return label === undefined ? side.text : `“${Object.values(label)[0]?.nom ?? side.text}”`;
  }
  if ('integer' in side) return side.integer;
  if ('boolean' in side) return side.boolean ? 'yes' : 'no';
  if ('period' in side) return side.period;
  if ('date' in side) return side.date;
  if ('currency' in side) return `${side.currency} ${side.minor.replace(/(\d\d)$/u, '.$1').replace(/\.00$/u, '')}`;
  if ('sum' in side) return `the sum of ${question(side.sum, library)}`;
  return 'size' in side ? `the number of ${side.size}` : question(side.path, library);
}

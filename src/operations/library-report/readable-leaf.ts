import { LANGUAGES } from '../../languages/index.ts';
import { PARTY_WORDS } from '../../languages/language.ts';
import { CASES, type Case, type Forms, type Language, type Leaf, type Library, type Parameter, type Register, type Slot } from '../../model/index.ts';
import { endsSentence } from '../../text/ends-sentence.ts';

/** Where a leaf is read. */
export interface Reading {
  readonly library: Library;
  readonly language: Language;
  /** Words that follow the register are shown in this one. */
  readonly register: Register;
  /** What the clause repeats over. */
  readonly each?: string;
  /** The leaf begins a sentence. */
  readonly opens: boolean;
}

/** A leaf as a person reads it: what the arrangement will supply stands between ‹ ›. */
export function readableLeaf(leaf: Leaf, reading: Reading): string {
  const rules = LANGUAGES[reading.language];
  let text = '';
  for (const part of leaf) {
    const words = typeof part === 'string' ? part : slotInWords(part, reading);
    const opens = typeof part !== 'string' && (text === '' ? reading.opens : endsSentence(text));
    text += opens && rules ? rules.capitalise(words) : words;
  }
  return text;
}

function slotInWords(slot: Slot, reading: Reading): string {
  const { language, register, library, each } = reading;
  const rules = LANGUAGES[language];
  const [first = '', second] = slot.args ?? [];
  const inCase: Case = CASES.find((known) => known === slot.hash?.['case']) ?? 'nom';
  const said = WORDS[language] ?? WORDS['en'] ?? {};
  const gap = (key: string): string => `‹${said[key] ?? key}›`;
  if (!rules) return `‹${slot.name}›`;
  switch (slot.name) {
    case 'shall': return rules.shall(register);
    case 'duty': return rules.duty(first, second ?? '', register);
    case 'agree': return rules.partyGender(register) === 'masculine' ? (second ?? first) : first;
    case 'parties': return rules.parties(register, inCase);
    case 'party': {
      const word = PARTY_WORDS.find((known) => known === first);
      return word === undefined ? `‹${first}›` : rules.party(word, register, inCase);
    }
    case 'term': return `‹${second ?? termName(first, reading)}›`;
    case 'define': return `${rules.quotes[0]}${second ?? termName(first, reading)}${rules.quotes[1]}`;
    case 'ref': return `‹${said['see'] ?? 'see'} ${targetInWords(first, reading)}›`;
    case 'here': return rules.here(register, inCase);
    case 'value':
    case 'words':
    case 'list': return parameterInWords(library.parameters[first], first, language);
    case 'item': return first === 'end' ? '' : itemInWords(first, each, reading);
    case 'instrument': return first === '' ? `‹${rules.form(NOUNS[language]?.instrument ?? { nom: 'this instrument' }, inCase)}›` : gap('instrument name');
    case 'framework': return first === '' ? `‹${rules.form(NOUNS[language]?.framework ?? { nom: 'the framework' }, inCase)}›` : gap(`framework ${first}`);
    case 'names': return gap('names');
    case 'count': return gap(`count ${first}`);
    case 'cited':
    case 'languages':
    case 'title': return gap(slot.name);
    default: return parameterInWords(library.parameters[slot.name], slot.name, language);
  }
}

/** What stands between ‹ ›, in the language of the text. */
const WORDS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    see: 'see', 'instrument name': 'name of the instrument', 'framework title': 'title of the framework', 'framework place': 'place of the framework', 'framework date': 'date of the framework',
    names: 'names of the parties', 'count parties': 'number of parties', 'count languages': 'number of languages', languages: 'languages', title: 'subject of the instrument', cited: 'the article of the framework',
    'item party': 'party', 'item percent': 'share', 'item name': 'party', 'item quoted': 'term', 'item meaning': 'meaning', 'item article': 'article of the framework', 'item title': 'its title', article: 'article', text: 'text',
  },
  ru: {
    see: 'см.', 'instrument name': 'название документа', 'framework title': 'название рамочного соглашения', 'framework place': 'место подписания рамочного соглашения', 'framework date': 'дата рамочного соглашения',
    names: 'наименования сторон', 'count parties': 'число сторон', 'count languages': 'число языков', languages: 'языки', title: 'предмет документа', cited: 'статья рамочного соглашения',
    'item party': 'сторона', 'item percent': 'доля', 'item name': 'сторона', 'item quoted': 'термин', 'item meaning': 'значение', 'item article': 'статья рамочного соглашения', 'item title': 'её название', article: 'статья', text: 'текст',
  },
};

/** What a sentence declines. */
const NOUNS: Readonly<Record<Language, Readonly<Record<'instrument' | 'framework', Forms>>>> = {
  ru: {
    instrument: { nom: 'настоящий документ', gen: 'настоящего документа', dat: 'настоящему документу', acc: 'настоящий документ', ins: 'настоящим документом', pre: 'настоящем документе' },
    framework: { nom: 'рамочное соглашение', gen: 'рамочного соглашения', dat: 'рамочному соглашению', acc: 'рамочное соглашение', ins: 'рамочным соглашением', pre: 'рамочном соглашении' },
  },
};

/** What kinds of values are called. */
const KINDS: Readonly<Record<Language, Readonly<Record<Parameter['type'], string>>>> = {
  en: { text: 'text', integer: 'number', boolean: 'yes or no', money: 'amount', duration: 'duration', date: 'date', share: 'shares', choice: 'choice', party: 'party', list: 'list', table: 'table' },
  ru: { text: 'текст', integer: 'число', boolean: 'да или нет', money: 'сумма', duration: 'срок', date: 'дата', share: 'доли', choice: 'выбор', party: 'сторона', list: 'перечень', table: 'таблица' },
};

/** `‹duration: within how long must fault be agreed›`. */
function parameterInWords(parameter: Parameter | undefined, name: string, language: Language): string {
  if (!parameter) return `‹${name}›`;
  const question = parameter.ask[language] ?? Object.values(parameter.ask)[0] ?? name;
  const kind = kindInWords(parameter.type, language);
  return `‹${kind}: ${question.replace(/[?.]$/u, '').replace(/^\p{Lu}(?=\p{Ll}|\s)/u, (letter) => letter.toLowerCase())}›`;
}

export function kindInWords(type: Parameter['type'], language: Language): string {
  return (KINDS[language] ?? KINDS['en'])?.[type] ?? type;
}

function termName(id: string, { library, language, register }: Reading): string {
  const name = library.definitions.find((definition) => definition.id === id)?.name[language];
  return name === undefined ? id : typeof name === 'string' ? name : name[register];
}

/** A provision by its title, an article by its heading, a clause by its key after that. */
function targetInWords(target: string, { library, language, register }: Reading): string {
  if (target.startsWith('article:')) {
    const title = library.articles.find(({ id }) => id === target.slice(8))?.title[language];
    return title === undefined ? target : typeof title === 'string' ? title : title[register];
  }
  const [id = '', clause] = target.split('/');
  const title = library.provision(id)?.title[language] ?? id;
  return clause === undefined ? title : `${title} / ${clause}`;
}

function itemInWords(field: string, each: string | undefined, { library, language }: Reading): string {
  const column = library.parameters[each ?? '']?.columns?.find(({ key }) => key === field);
  const said = WORDS[language] ?? WORDS['en'] ?? {};
  return `‹${column?.label[language] ?? said[`item ${field}`] ?? said[field] ?? field}›`;
}

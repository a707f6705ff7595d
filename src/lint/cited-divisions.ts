import type { Node } from '../model/index.ts';
import type { RuleFinding } from './rule.ts';
import { CAPITAL, DIGIT } from './signs.ts';
import { placeOf, type Passage, type View } from './view.ts';
import { sentenceAfter, sentenceBefore } from './words.ts';

const ENGLISH = /(?<!\w)(?<word>Article|Section)\s(?<number>\d{1,4}|[IVXLC]{1,7})(?![\w/-]|\.\d)(?:\s?\((?<paragraph>\d{1,3})\))?|(?<!\w)paragraph\s(?<alone>\d{1,3})(?![\w/-]|\.\d)(?<of>,?\s(?:of|to)\s(?:this\s(?:Article|Section))?)?/g;
const RUSSIAN = /(?:(?<![а-яёА-ЯЁ])пункт(?:а|у|ом|е)?\s(?<paragraph>\d{1,3})\s)?(?<![а-яёА-ЯЁ])(?<word>[Сс]тат(?:ья|ьи|ье|ью|ьёй|ьей)|[Рр]аздел(?:а|у|ом|е)?)\s(?<number>\d{1,4}|[IVXLC]{1,7})(?![\wа-яё/-]|\.\d)|(?<![а-яёА-ЯЁ])пункт(?:а|у|ом|е)?\s(?<alone>\d{1,3})(?![\wа-яё/-]|\.\d)(?<of>\s(?!настоящ)[а-яё]+)?/gi;

/** Another instrument named in the same sentence: the reference may point into it. */
const OTHER = /(?<!\b[Tt]his |\bpresent )\b(?:Agreement|Convention|Charter|Treaty|Protocol|Statute|Memorandum|Constitution|Code|Act|Law|Regulations?|Rules|Directive|Resolution|Annex|Decision|Covenant|Declaration|Schedule|Decree|Order)\b|\bthereof\b|\bof (?:that|its|the said)\b|(?<!настоящ[а-яё]{2,3}\s(?:Исполнительн[а-яё]+\s)?)(?:Соглашени|Конвенци|Устав|Договор|Протокол|Меморандум|Кодекс|Закон|Приложени|закон|кодекс)/;
const OWN_ONLY = /(?:of|to) this (?:Agreement|Arrangement|Memorandum|Protocol|Treaty|Convention)/gu;

/** A quick look before the close one. */
const HINT = /(?:Article|Section|paragraph|[Сс]тат[а-яё]*|[Рр]аздел[а-я]*|[Пп]ункт[а-я]*) [\dIVXLC]/;

interface Division { readonly paragraphs: number; readonly labels: ReadonlySet<string> }

/** References that somebody typed, as in «статья 99»: to an article that is not there, or to a paragraph beyond its last. */
export function* citedDivisions(view: View): Iterable<RuleFinding> {
  const articles = numbered(view);
  // A text without numbered articles cites something else.
  if (articles.size < 2) return;
  // Told in the figures that the reference uses.
  const last = (number: string): string => [...articles.keys()].findLast((key) => /^\d/.test(key) === /^\d/.test(number)) ?? [...articles.keys()].at(-1) ?? '';
  for (const passage of view.passages) {
    if (passage.part === 'heading' || passage.place === 'annexes' || passage.place === 'preamble') continue;
    const pattern = passage.language === 'en' ? ENGLISH : passage.language === 'ru' ? RUSSIAN : undefined;
    if (pattern === undefined || (passage.signs & (DIGIT | CAPITAL)) === 0 || !HINT.test(passage.own)) continue;
    for (const match of passage.own.matchAll(pattern)) {
      const { number, paragraph, alone, of, word } = match.groups ?? {};
      if (elsewhere(passage, match.index, match.index + match[0].length)) continue;
      if (number !== undefined) {
        const found = articles.get(number);
        const where = { ...placeOf(passage), subjects: [`~article ${number}`] };
        if (found === undefined) yield { message: `“${match[0].trim()}” refers to ${(word ?? '').toLowerCase() === 'section' ? 'a section' : 'an article'} that is not there; the last is ${last(number)}`, hint: 'refer to the article by its number in this text', ...where };
        else if (paragraph !== undefined && found.paragraphs > 1 && beyond(found, paragraph)) yield { message: `“${match[0].trim()}” refers to a paragraph that is not there; that article has ${found.paragraphs}`, hint: 'refer to the paragraph by its number in this text', ...where };
      } else if (alone !== undefined && (of === undefined || /this/u.test(of))) {
        const around = passage.entry === undefined ? undefined : [...passage.entry.ancestors, passage.entry.node].find((node) => node.type === 'article');
        const own = around === undefined ? undefined : divisionOf(around);
        if (own !== undefined && own.paragraphs > 1 && beyond(own, alone)) yield { message: `“${match[0].trim()}” refers to a paragraph that is not there; the article has ${own.paragraphs}`, hint: 'refer to the paragraph by its number in this text', ...placeOf(passage), subjects: [`~paragraph ${alone}`] };
      }
    }
  }
}

function elsewhere(passage: Passage, start: number, end: number): boolean {
  const around = `${sentenceBefore(passage.text, start)} ${sentenceAfter(passage.text, end)}`.replace(OWN_ONLY, '');
  // Names and terms of the framework are fillers in `own`, but words in `text`.
  return OTHER.test(around) || /\b(?:Articles|paragraphs)\b/u.test(around);
}

function numbered(view: View): ReadonlyMap<string, Division> {
  const found = new Map<string, Division>();
  for (const { node, place } of view.entries) {
    if (place !== 'articles' || node.type !== 'article') continue;
    const printed = Object.values(node.label ?? {})[0];
    const number = node.ordinal === undefined ? /(\d+|[IVXLC]+)\.?$/u.exec(printed ?? '')?.[1] : String(node.ordinal);
    if (number === undefined) continue;
    const division = divisionOf(node);
    for (const name of node.ordinal === undefined ? [number] : [number, romanOf(node.ordinal)]) if (!found.has(name)) found.set(name, division);
  }
  return found;
}

function divisionOf(article: Node): Division {
  const paragraphs = article.children.filter((child) => child.type === 'paragraph' || child.type === 'point');
  const labels = new Set(paragraphs.flatMap((child) => Object.values(child.label ?? {}).map((label) => label.replace(/\D/gu, ''))));
  return { paragraphs: paragraphs.length, labels };
}

function beyond(division: Division, number: string): boolean {
  return Number(number) > division.paragraphs && !division.labels.has(number);
}

const SIGNS: readonly (readonly [number, string])[] = [[100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']];

function romanOf(n: number): string {
  let rest = n > 0 && n < 400 ? n : 0;
  let text = '';
  for (const [value, sign] of SIGNS) for (; rest >= value; rest -= value) text += sign;
  return text;
}

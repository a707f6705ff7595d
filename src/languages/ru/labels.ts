import type { Case, Forms, NodeType, Numbering, PathStep, Register } from '../../model/index.ts';
import { formOf } from '../forms.ts';
import type { ReferenceContext } from '../language.ts';
import { articleNumber, pointNumber } from '../series.ts';
import { adjective, paradigm, type Paradigm } from './paradigm.ts';

const ARTICLE: Readonly<Record<Register, Paradigm>> = {
  treaty: paradigm('статья статьи статье статью статьёй статье'),
  memorandum: paradigm('раздел раздела разделу раздел разделом разделе'),
};
const PARAGRAPH = paradigm('пункт пункта пункту пункт пунктом пункте');
const POINT = paradigm('подпункт подпункта подпункту подпункт подпунктом подпункте');
const ANNEX = paradigm('приложение приложения приложению приложение приложением приложении');
const RECITAL = paradigm('абзац абзаца абзацу абзац абзацем абзаце');
const TABLE = paradigm('таблица таблицы таблице таблицу таблицей таблице');
const THIS = adjective('настоящий');

export function russianLabel(
  block: { readonly type: NodeType; readonly ordinal: number; readonly depth: number }, numbering: Numbering, register: Register,
): string {
  switch (block.type) {
    case 'article':
      return `${register === 'treaty' ? 'Статья' : 'Раздел'} ${articleNumber(block.ordinal, numbering)}`;
    case 'paragraph':
      return `${block.ordinal}.`;
    case 'point':
      return `${pointNumber(block.ordinal, block.depth, numbering)})`;
    case 'annex':
      return `Приложение ${block.ordinal}`;
    case 'recital':
    case 'table':
    case 'row':
    case 'cell':
    case 'signature':
      return '';
  }
}

/** «настоящей статьи», «настоящего раздела». */
export function russianHere(register: Register, grammaticalCase: Case): string {
  const gender = register === 'treaty' ? 'feminine' : 'masculine';
  return `${THIS.one[gender][grammaticalCase]} ${ARTICLE[register][grammaticalCase]}`;
}

/** «подпунктом 1 пункта 2 статьи 8 Соглашения»: the smallest first, the case on it, all that follows in the genitive. */
export function russianReference(path: readonly PathStep[], context: ReferenceContext): string {
  const grammaticalCase = context.case ?? 'nom';
  const root = path[0];
  if (root === undefined) return '';
  const inner = context.sameArticle === true ? path.slice(1) : path;
  const parts: string[] = [];
  let depth = 0;
  for (const step of inner) {
    parts.unshift(stepText(step, depth, context, parts.length === inner.length - 1 ? grammaticalCase : 'gen'));
    if (step.type === 'point') depth += 1;
  }
  if (context.sameArticle === true) {
    const rootCase = parts.length === 0 ? grammaticalCase : 'gen';
    parts.push(root.type === 'annex' ? `${THIS.one.neuter[rootCase]} ${ANNEX[rootCase]}` : russianHere(context.register, rootCase));
  } else if (context.of !== undefined) {
    // An annex is приложение к чему-либо, everything else a part of it.
    parts.push(root.type === 'annex' ? `к ${formOf(context.of, 'dat')}` : formOf(context.of, 'gen'));
  }
  return parts.join(' ');
}

const MANY: Readonly<Record<Register, Paradigm>> = {
  treaty: paradigm('статьи статей статьям статьи статьями статьях'),
  memorandum: paradigm('разделы разделов разделам разделы разделами разделах'),
};
const PARAGRAPHS = paradigm('пункты пунктов пунктам пункты пунктами пунктах');
const POINTS = paradigm('подпункты подпунктов подпунктам подпункты подпунктами подпунктах');
const ANNEXES = paradigm('приложения приложений приложениям приложения приложениями приложениях');

/** «статьями 8», «9», «10»; «пунктами 2», «3 статьи 6 Соглашения»: one noun before all, and what they are parts of after the last. */
export function russianReferences(paths: readonly (readonly PathStep[])[], context: ReferenceContext): readonly string[] {
  return paths.map((path, index) => {
    const own = path.at(-1);
    if (own === undefined) return '';
    const number = numberOf(own, path.slice(0, -1).filter(({ type }) => type === 'point').length, context);
    if (index === 0) return `${manyOf(own, context)} ${number}`;
    if (index < paths.length - 1) return number;
    const whole = russianReference(path, context);
    return whole.slice(whole.indexOf(' ') + 1);
  });
}

function numberOf(step: PathStep, depth: number, context: ReferenceContext): string {
  if (step.type === 'article') return articleNumber(step.ordinal, context.numbering, step.suffix?.['ru']);
  return step.type === 'point' ? pointNumber(step.ordinal, depth, context.numbering) : String(step.ordinal);
}

function manyOf(step: PathStep, context: ReferenceContext): string {
  const noun = step.type === 'article' ? MANY[context.register] : step.type === 'point' ? POINTS : step.type === 'annex' ? ANNEXES : PARAGRAPHS;
  return noun[context.case ?? 'nom'];
}

function stepText(step: PathStep, depth: number, context: ReferenceContext, grammaticalCase: Case): string {
  switch (step.type) {
    case 'article':
      return `${ARTICLE[context.register][grammaticalCase]} ${articleNumber(step.ordinal, context.numbering, step.suffix?.['ru'])}`;
    case 'paragraph':
      return `${PARAGRAPH[grammaticalCase]} ${step.ordinal}`;
    case 'point':
      return `${POINT[grammaticalCase]} ${pointNumber(step.ordinal, depth, context.numbering)}`;
    case 'annex':
      return `${ANNEX[grammaticalCase]} ${step.ordinal}`;
    case 'recital':
      return `${RECITAL[grammaticalCase]} ${step.ordinal} преамбулы`;
    case 'table':
    case 'row':
    case 'cell':
    case 'signature':
      return `${TABLE[grammaticalCase]} ${step.ordinal}`;
  }
}

/** «настоящим Исполнительным протоколом»: the pronoun agrees with the name. */
export function russianThis(name: Forms, grammaticalCase: Case): string {
  const agreeing = name.plural === true ? THIS.many : THIS.one[name.gender ?? genderOf(name.nom)];
  return `${agreeing[grammaticalCase]} ${formOf(name, grammaticalCase)}`;
}

/** By the ending of the first word, which in a name is the noun or an adjective that agrees with it. */
function genderOf(nominative: string): 'masculine' | 'feminine' | 'neuter' {
  const first = nominative.split(' ')[0] ?? '';
  if (/[ая]$/u.test(first)) return 'feminine';
  return /[оеё]$/u.test(first) ? 'neuter' : 'masculine';
}

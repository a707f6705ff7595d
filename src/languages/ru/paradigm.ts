import type { Case, Gender } from '../../model/index.ts';

/** The six cases of one word in one number. */
export type Paradigm = Readonly<Record<Case, string>>;

/** Six forms in the order nominative, genitive, dative, accusative, instrumental, prepositional; `stem` goes before each. */
export function paradigm(forms: string, stem = ''): Paradigm {
  const [nom = '', gen = '', dat = '', acc = '', ins = '', pre = ''] = forms.split(' ').map((form) => stem + (form === '-' ? '' : form));
  return { nom, gen, dat, acc, ins, pre };
}

/** A noun for an inanimate thing. */
export interface Noun { readonly gender: Gender; readonly one: Paradigm; readonly many: Paradigm }

export interface Adjective { readonly one: Readonly<Record<Gender, Paradigm>>; readonly many: Paradigm }

/** Declines an adjective or participle from its nominative masculine: календарный, канадский, рабочий, другой. */
export function adjective(nominative: string): Adjective {
  const stem = nominative.slice(0, -2);
  const last = stem.slice(-1);
  const ending = nominative.slice(-2);
  // After к, г, х and after sibilants ы is written и; unstressed о after sibilants is written е.
  const y = 'кгхжчшщ'.includes(last) ? 'и' : 'ы';
  const o = 'жчшщ'.includes(last) && ending !== 'ой' ? 'е' : 'о';
  return {
    one: {
      masculine: paradigm(`${ending} ${o}го ${o}му ${ending} ${y}м ${o}м`, stem),
      feminine: paradigm(`ая ${o}й ${o}й ую ${o}й ${o}й`, stem),
      neuter: paradigm(`${o}е ${o}го ${o}му ${o}е ${y}м ${o}м`, stem),
    },
    many: paradigm(`${y}е ${y}х ${y}м ${y}е ${y}ми ${y}х`, stem),
  };
}

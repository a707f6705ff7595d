import type { DurationUnit } from '../duration.ts';
import { hardFeminine, hardMasculine, phrase, phraseForms, type Phrase } from './nouns.ts';
import { adjective, paradigm, type Noun } from './paradigm.ts';

/** Its plural stands only beside numbers here, so the genitive is лет. */
const YEAR: Noun = {
  gender: 'masculine',
  one: paradigm('год года году год годом годе'),
  many: paradigm('годы лет годам годы годами годах'),
};
const MONTH: Noun = {
  gender: 'masculine',
  one: paradigm('- а у - ем е', 'месяц'),
  many: paradigm('ы ев ам ы ами ах', 'месяц'),
};
const WEEK: Noun = {
  gender: 'feminine',
  one: paradigm('я и е ю ей е', 'недел'),
  many: paradigm('и ь ям и ями ях', 'недел'),
};
const DAY: Noun = {
  gender: 'masculine',
  one: paradigm('день дня дню день днём дне'),
  many: paradigm('дни дней дням дни днями днях'),
};

export const CALENDAR_DAY = phrase(DAY, [adjective('календарный')]);
export const WORKING_DAY = phrase(DAY, [adjective('рабочий')]);
export const PERCENT = phrase(hardMasculine('процент'));

export const UNITS: Readonly<Record<DurationUnit, Phrase>> = {
  year: phrase(YEAR),
  month: phrase(MONTH),
  week: phrase(WEEK),
  day: phrase(DAY),
  hour: phrase(hardMasculine('час')),
  minute: phrase(hardFeminine('минут')),
  second: phrase(hardFeminine('секунд')),
};

let units: ReadonlyMap<string, DurationUnit> | undefined;

/** The unit that a form names: дней → day. */
export function unitOf(form: string): DurationUnit | undefined {
  if (units === undefined) {
    const names: (readonly [string, DurationUnit])[] = [];
    const add = (what: Phrase, unit: DurationUnit): void => {
      for (const name of phraseForms(what)) names.push([name.replaceAll('ё', 'е'), unit]);
    };
    for (const unit of ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'] as const) add(UNITS[unit], unit);
    add(CALENDAR_DAY, 'day');
    add(WORKING_DAY, 'day');
    units = new Map(names);
  }
  return units.get(form.toLowerCase().replaceAll('ё', 'е'));
}

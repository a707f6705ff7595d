import { listed, relatedStems, withoutEnding, type WordRules } from './rules.ts';

/** British and American spellings as one. */
const SPELLING: readonly (readonly [RegExp, string])[] = [
  [/isation(s?)$/u, 'ization$1'],
  [/is(e|es|ed|ing)$/u, 'iz$1'],
  [/yz?s(e|es|ed|ing)$/u, 'yz$1'],
  [/^(.{3,})our(s?)$/u, '$1or$2'],
  [/^(defen|licen|offen|preten)c(e|es)$/u, '$1s$2'],
  [/^programme/u, 'program'],
  [/^(.+[lg])l(ed|ing|er|ers)$/u, '$1$2'],
];

/** Most words have one spelling; a look is quicker than seven replacements. */
const SPELT_TWICE = /is[aei]|our|enc|ys[ei]|ll|^programme/u;

const INFLECTIONS: readonly (readonly [string, string])[] = [
  ['sses', 'ss'], ['xes', 'x'], ['ches', 'ch'], ['shes', 'sh'], ['ies', 'y'], ['ied', 'y'], ['ying', 'y'],
  ['ings', ''], ['ing', ''], ['ed', ''], ['es', ''], ['s', ''], ['e', ''],
];

const DERIVATIONS: readonly string[] = [
  'ification', 'ifications', 'izational', 'ization', 'ational', 'ability', 'ibility', 'ication', 'itional', 'mental', 'ation', 'ition', 'ified', 'ement', 'ative', 'itive', 'ually',
  'ible', 'able', 'ance', 'ence', 'ment', 'ship', 'ness', 'ison', 'ical', 'ious', 'ator', 'itor', 'ary', 'ory', 'ant', 'ent', 'ial', 'ual', 'ity', 'ive', 'ify', 'ize', 'ate', 'iz', 'at', 'ion', 'ous', 'al', 'or', 'er', 'ic', 'y',
];

function stem(word: string): string {
  if (word.length <= 3 || word.endsWith('ss') || word.endsWith('us')) return word;
  const spelt = !SPELT_TWICE.test(word) ? word : SPELLING.reduce((text, [from, to]) => text.replace(from, to), word);
  for (const [ending, rest] of INFLECTIONS) {
    if (spelt.endsWith(ending) && spelt.length - ending.length + rest.length >= 3) return undoubled(spelt.slice(0, spelt.length - ending.length) + rest);
  }
  return spelt;
}

/** "planned", "planning": one n. */
function undoubled(word: string): string {
  return /([bdgmnprt])\1$/u.test(word) ? word.slice(0, -1) : word;
}

export const ENGLISH_WORDS: WordRules = {
  script: /^[a-z0-9]+$/u,
  little: new Set(listed('the of and or a an to in for on by with at as from its their this that these under into within upon all any between s')),
  weak: new Set(
    listed(`
      provisions agreement arrangements memorandum section article procedures program project party participants general mutual respective matters rules measures relating conditions
      specific certain other additional overall joint cooperative non
    `).map(stem),
  ),
  related: relatedStems(
    `
    dispute difference disagreement controversy
    settlement resolution settling resolve
    funding finance financial costs expenses money
    nation state country
    staff personnel employees
    accession admission joining adherence
    contract contracting procurement purchase
    claims liability damage damages
    sharing division apportionment allocation distribution
    work tasks
    amendment modification revision review alteration changes
    termination denunciation withdrawal discontinuation cancellation
    duration validity term period
    notices notifications communications correspondence
    objectives purpose aims object goals
    area field sphere
    taxes duties customs charges levies
    classified secret
    classification level grade
    equivalence comparability correspondence comparison conversion
    compromise breach loss infringement violation
    confidential restricted sensitive proprietary
    facilities installations establishments sites premises locations
    loan lending lease
    committee board commission council
    disclosure release exchange
    licence authorisation permit
    warranty guarantee
    records accounts documentation
    secondment assignment posting attachment
    publication publicity press media
    precedence priority primacy
    inventions patents
    copying reproduction
    destruction disposal
    entry commencement
    background prior preexisting
    foreground results
    exports transfers sales
    people person
    ownership rights title
    definitions terms meaning glossary abbreviations
    responsibility responsibilities tasks functions
    `,
    stem,
  ),
  stem,
  root(stemmed) {
    return stemmed.length < 5 ? stemmed : withoutEnding(stemmed, DERIVATIONS, 4);
  },
};

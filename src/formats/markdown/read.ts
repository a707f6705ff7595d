import {
  type BoundValue, type Draft, type DraftTerm, type Finding, type Language, type Outcome, type Value,
} from '../../model/index.ts';
import { everyInline } from '../flatten.ts';
import type { ReadOptions, ReadResult } from '../format.ts';
import { PlacedResult } from '../placed-result.ts';
import { Positions } from '../positions.ts';
import { sealState } from '../seal.ts';
import { tidyDraft } from '../tidy.ts';
import { frameStart, layOut } from './blocks.ts';
import { Builder } from './build.ts';
import { readFrame } from './read-frame.ts';
import type { InlineReader } from './read-inlines.ts';
import { readRows } from './rows.ts';
import { sameJson } from './write-inlines.ts';

/** True: as written; false: edited since; undefined: without a hash of this tool. */
export function isUntouchedMarkdown(source: string): boolean | undefined {
  return sealState(source, frameStart);
}

/** Whether this tool wrote the text, edited since or not: by its last comment, or by its blocks' anchors and comments. */
export function isOwnMarkdown(source: string): boolean {
  return frameStart(source) >= 0 ||
    /<a id="[^"<>\s]*"><\/a>[^<\n]{0,80}<!--(?:recital|article|paragraph|point|annex|table|row|signature|title)\b/.test(source);
}

/**
 * Reads a draft from Markdown that this tool wrote. As written it reads back to the same tree; where a person has
 * edited it the visible text wins, and what is lost by that is a finding with its place.
 */
export function readMarkdown(source: string, options: ReadOptions): Outcome<ReadResult> {
  const positions = new Positions(source, options.file);
  const untouched = isUntouchedMarkdown(source) === true;
  const findings: Finding[] = [];
  const { blocks, frame: framePlace } = layOut(source);
  const { frame, data } = readFrame(source, framePlace, positions, findings);
  const { languages } = frame.meta;
  const reader: InlineReader = {
    source, positions, findings, changed: new Set(),
    values: new Map(frame.values.map((bound) => [bound.name, bound.value])),
    terms: new Map(frame.terms.map((term) => [term.id, term])),
  };
  const built = new Builder(frame.meta, data, findings, positions).build(readRows(blocks, reader, languages));
  const { notice: kept = {}, marking: _, ...meta } = frame.meta;
  // What the file shows is read from it; a notice in a language that it does not show is in the last comment only.
  const hidden = Object.entries(kept).filter(([language]) => !languages.includes(language));
  const notice = { ...Object.fromEntries(hidden), ...built.notice };
  const read: Draft = {
    ...frame,
    meta: {
      ...meta,
      ...(Object.keys(notice).length > 0 && { notice }),
      ...(built.marking !== undefined && { marking: built.marking }),
    },
    title: built.title,
    ...built.sections,
  };
  const draft = untouched ? read : followText(tidyDraft(read), reader.changed);
  return { value: new PlacedResult(draft, !untouched, () => built.places, positions), findings };
}

/** Lists what the text says now: a value changed in every place is changed, a definition changed is the term's name. */
function followText(draft: Draft, changed: ReadonlySet<string>): Draft {
  if (changed.size === 0) return draft;
  const values = new Map<string, Value | 'several'>();
  const names = new Map<string, Map<Language, string>>();
  everyInline(draft, (inline, language) => {
    if (inline.type === 'value' && changed.has(inline.parameter)) {
      const seen = values.get(inline.parameter);
      values.set(inline.parameter, seen === undefined || (seen !== 'several' && sameJson(seen, inline.value)) ? inline.value : 'several');
    } else if (inline.type === 'definition' && changed.has(inline.term)) {
      const known = names.get(inline.term) ?? new Map<Language, string>();
      names.set(inline.term, known.set(language, inline.text));
    }
  });
  return {
    ...draft,
    values: draft.values.map((bound): BoundValue => {
      const value = values.get(bound.name);
      return value === undefined || value === 'several' ? bound : { ...bound, value };
    }),
    terms: draft.terms.map((term) => renamed(term, names.get(term.id))),
  };
}

/** Only where the text defines the term under a name that is neither its name nor one of its forms. */
function renamed(term: DraftTerm, names: ReadonlyMap<Language, string> | undefined): DraftTerm {
  const changed = [...(names ?? [])].filter(([language, name]) =>
    ![term.name[language], ...(term.forms?.[language] ?? [])].some((form) => form?.toLowerCase() === name.toLowerCase()));
  return changed.length === 0 ? term : { ...term, name: { ...term.name, ...Object.fromEntries(changed) } };
}

import { language as rulesOf } from '../../languages/index.ts';
import type { DraftTerm, Finding, Inline, Language, Value } from '../../model/index.ts';
import { sameJson } from './write-inlines.ts';

type Report = (rule: string, severity: Finding['severity'], message: string) => void;

/**
 * An inline whose words a person has changed. The visible words win: it becomes what they say, or plain text.
 * `changed` gathers the parameters and terms that now say something else.
 */
export function rereadInline(
  inline: Inline, text: string, language: Language, terms: ReadonlyMap<string, DraftTerm>, report: Report, changed: Set<string>,
): readonly Inline[] {
  if (text.trim() === '') return text === '' ? [] : [{ type: 'text', text }];
  const plain: readonly Inline[] = [{ type: 'text', text }];
  switch (inline.type) {
    case 'value': {
      const value = rereadValue(inline.value, text, language);
      if (value !== undefined) {
        if (sameJson(value, inline.value)) return [{ ...inline, text }];
        changed.add(inline.parameter);
        return [{ ...inline, value, text }];
      }
      report('value-unreadable', 'warning', `“${text}” cannot be read as a value of ${inline.parameter} (${inline.value.type}); it stays as plain text`);
      return plain;
    }
    case 'blank':
      if (/^_+$/.test(text)) return [{ ...inline, text }];
      report('blank-filled', 'info', `a blank was filled with “${text}”; it stays as plain text`);
      return plain;
    case 'term': {
      const term = terms.get(inline.term);
      const known = [term?.name[language], ...(term?.forms?.[language] ?? [])].some((form) => form?.toLowerCase() === text.toLowerCase());
      if (known) return [{ ...inline, text }];
      report('term-reworded', 'info', `“${text}” is no form of the defined term that stood here; it stays as plain text`);
      return plain;
    }
    case 'definition':
      changed.add(inline.term);
      return [{ ...inline, text }];
    case 'name':
      report('name-reworded', 'info', `a name was changed to “${text}”; it stays as plain text`);
      return plain;
    case 'reference':
      report('reference-reworded', 'warning', `a reference was changed to “${text}”; it no longer follows what it points to and stays as plain text`);
      return plain;
    default:
      return plain;
  }
}

function rereadValue(value: Value, text: string, language: Language): Value | undefined {
  if (value.type === 'text') return { type: 'text', text: { ...value.text, [language]: text } };
  return rulesOf(language)?.parse(value.type, text);
}

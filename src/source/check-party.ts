import { language as rulesOf } from '../languages/index.ts';
import type { LinkedFinding } from '../model/index.ts';
import type { RawForms } from './schemas/common.ts';
import type { RawParty } from './schemas/library.ts';
import type { YamlFile } from './yaml.ts';

/** Names of a State that lack a case, for the nominative would stand there; and a file under another name than its own. */
export function checkParty(raw: RawParty, id: string, yaml: YamlFile): readonly LinkedFinding[] {
  const findings: LinkedFinding[] = [];
  if (raw.id !== id)
    findings.push({ rule: 'misplaced-party', severity: 'warning', message: `“${raw.id}” stands in “parties/${id}.yaml”; a reader looks for it in “parties/${raw.id}.yaml”`, span: yaml.at(['id']), hint: `write “id: ${id}”, or name the file “${raw.id}.yaml”` });
  const names: readonly (readonly [path: readonly string[], forms: Readonly<Record<string, RawForms>> | undefined])[] = [
    [['label'], raw.label], [['short'], raw.short], [['state'], raw.state],
    ...Object.entries(raw.concluders).map(([kind, forms]) => [['concluders', kind], forms] as const),
  ];
  for (const [path, forms] of names)
    for (const [language, words] of Object.entries(forms ?? {})) {
      // One string says that the name does not decline.
      if (typeof words === 'string') continue;
      const lacking = (rulesOf(language)?.cases ?? []).filter((grammaticalCase) => words[grammaticalCase] === undefined);
      if (lacking.length > 0)
        findings.push({ rule: 'missing-case', severity: 'warning', message: `“${words.nom}” has no ${lacking.join(', ')}; the nominative would stand there`, span: yaml.at([...path, language]), hint: `write ${lacking.map((name) => `“${name}: …”`).join(', ')}, or the name as one string where it does not decline` });
    }
  return findings;
}

import { type Draft, type Finding, type Inline, type Related, roots, textOf, walk } from '../model/index.ts';

/** Why a text must not be printed for signature: an error, an open blank or a bracket. Undefined: nothing stands against it. */
export function unready(draft: Draft, hasErrors: boolean): Finding | undefined {
  if (draft.meta.stage !== 'signature') return undefined;
  const open: Related[] = [];
  for (const inlines of Object.values(draft.title)) open.push(...openIn(inlines, undefined, undefined));
  walk(roots(draft), (node) => {
    for (const part of [node.heading, node.content, node.tail]) {
      for (const [language, inlines] of Object.entries(part ?? {})) open.push(...openIn(inlines, node.id, language));
    }
  });
  if (open.length === 0 && !hasErrors) return undefined;
  const reasons = [...(hasErrors ? ['it has errors'] : []), ...(open.length > 0 ? ['something is still open'] : [])];
  return {
    rule: 'not-ready-for-signature',
    severity: 'error',
    message: `the text cannot be made for signature: ${reasons.join(' and ')}; nothing was written`,
    hint: 'settle what is listed, or draft at the stage “scrub”',
    related: open,
  };
}

function openIn(inlines: readonly Inline[], id: string | undefined, language: string | undefined): readonly Related[] {
  const place = id === undefined ? {} : { node: { id, ...(language === undefined ? {} : { language }) } };
  return inlines.flatMap((inline): readonly Related[] => {
    switch (inline.type) {
      case 'blank':
        return inline.kind === 'open' ? [{ message: `the blank ${inline.parameter} is open`, ...place }] : [];
      case 'bracket':
        return [{ message: `not yet agreed: ${textOf([inline])}`, ...place }];
      case 'insertion':
      case 'deletion':
      case 'moved':
        return openIn(inline.content, id, language);
      default:
        return [];
    }
  });
}

import type { Format } from './format.ts';

export * from './format.ts';

/** Every format of drafts. Adding one is its folder and its entry here. */
export const FORMATS: readonly Format[] = [
  {
    id: 'markdown',
    extensions: ['.md', '.markdown'],
    writer: async () => (await import('./markdown/write.ts')).writeMarkdown,
    reader: async () => (await import('./markdown/read.ts')).readMarkdown,
    recognise: async () => (await import('./markdown/read.ts')).isOwnMarkdown,
    untouched: async () => (await import('./markdown/read.ts')).isUntouchedMarkdown,
  },
  {
    id: 'json',
    extensions: ['.json'],
    writer: async () => (await import('./json/write.ts')).writeJson,
    reader: async () => (await import('./json/read.ts')).readJson,
    recognise: async () => (await import('./json/read.ts')).isOwnJson,
    untouched: async () => (await import('./json/read.ts')).isUntouchedJson,
  },
  {
    id: 'text',
    extensions: ['.txt'],
    writer: async () => (await import('./text/write.ts')).writeText,
  },
];

/** By id or extension: `markdown`, `md`, `.md`. */
export function formatOf(name: string): Format | undefined {
  const wanted = name.toLowerCase();
  return FORMATS.find((format) => format.id === wanted || format.extensions.some((extension) => extension === wanted || extension === `.${wanted}`));
}

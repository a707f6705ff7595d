import type { Library } from '../../model/index.ts';
import { COVERAGE_KINDS, readCoverage, type CoveragePoint } from '../coverage.ts';
import { plain, sealed, table } from './page.ts';

/** What practice knows of each article beside what the library answers it with. */
export function coveragePage(text: string, library: Library): string {
  const { articles } = readCoverage(text, 'provisions/coverage.yaml', library);
  const points = articles.flatMap((article) => COVERAGE_KINDS.flatMap((kind) => article.points[kind]));
  const gaps = points.filter(({ gap }) => gap !== undefined);
  return sealed([
    '# What is covered', '',
    'Articles of agreements of this kind, with the alternatives, facts and dependencies that practice knows, and what of the library answers each. Where nothing does, the reason stands there. Names are checked: `dtca library check`.', '',
    `${articles.length} articles, ${points.length} points: ${points.length - gaps.length} answered, ${gaps.length} left open.`, '',
    ...table(['Article', 'Points', 'Open'], articles.map(({ title, points: own }) => {
      const all = COVERAGE_KINDS.flatMap((kind) => own[kind]);
      return [plain(title), String(all.length), String(all.filter(({ gap }) => gap !== undefined).length)];
    })),
    ...articles.flatMap(({ title, points: own }) => [
      `## ${plain(title)}`, '',
      ...table(['', 'Point', 'Answered by'], COVERAGE_KINDS.flatMap((kind) => own[kind].map((point) => [KINDS[kind], plain(point.point), answer(point, library)]))),
    ]),
  ]);
}

const KINDS = { variants: 'alternative', parameters: 'fact', dependencies: 'dependency' } as const;

function answer({ by, gap }: CoveragePoint, library: Library): string {
  return gap === undefined ? by.map((name) => link(name, library)).join(', ') : `open: ${plain(gap)}`;
}

function link(name: string, library: Library): string {
  if (name.startsWith('rule:')) return `[\`${name.slice(5)}\`](../rules/${name.slice(5)}.md)`;
  if (name.startsWith('term:')) return `[term \`${name.slice(5)}\`](definitions.md)`;
  const article = library.provision(name.replace(/:.*$/u, ''))?.article;
  return article === undefined || name.startsWith('parameter:') ? `\`${name.replace(/^parameter:/u, '')}\`` : `[\`${name}\`](${article}.md)`;
}

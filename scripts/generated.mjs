// Every generated file of the repository: path from the root → content. Run through `load.mjs`, which reads TypeScript.
import * as path from 'node:path';
import { z } from 'zod';
import { build } from '../src/cli/run.ts';
import { createHost } from '../src/host.ts';
import { CHECKS } from '../src/operations/library-checks/index.ts';
import { coveragePage } from '../src/operations/library-report/coverage-page.ts';
import { pagesOf } from '../src/operations/library-report.ts';
import { readSources } from '../src/operations/read-library.ts';
import { RULES } from '../src/lint/rules/index.ts';
import { COMMANDS } from '../src/cli/commands/index.ts';
import { OPERATIONS } from '../src/cli/operations.ts';
import { ComparisonSchema } from '../src/model/schemas/changes.ts';
import { DraftSchema } from '../src/model/schemas/draft.ts';
import { FindingSchema } from '../src/model/schemas/finding.ts';
import { describeRule } from '../src/operations/describe-rule.ts';
import { PLAIN_LOOK } from '../src/report/index.ts';
import { ArrangementSchema } from '../src/source/schemas/arrangement.ts';
import { FrameworkSchema } from '../src/source/schemas/framework.ts';
import { SHAPE_KEYWORDS } from '../src/source/fits.ts';
import { ArticlesSchema, DefinitionSchema, IndexSchema, MattersSchema, ParametersSchema, PartySchema, VocabularySchema } from '../src/source/schemas/library.ts';
import { ExtensionSchema, ProvisionSchema } from '../src/source/schemas/provision.ts';

const count = z.int().nonnegative();
const FindingsSchema = z.strictObject({
  schema: z.literal('dtca/findings-1'),
  findings: z.array(FindingSchema),
  summary: z.strictObject({ total: count, error: count, warning: count, info: count }),
});

const SCHEMAS = {
  arrangement: ['Arrangement file', ArrangementSchema],
  articles: ['Articles of a library', ArticlesSchema],
  changes: ['What `dtca diff --format json` prints', ComparisonSchema],
  definition: ['Defined term', DefinitionSchema],
  draft: ['Assembled draft', DraftSchema],
  extension: ['Addition to a provision of another library', ExtensionSchema],
  findings: ['What `dtca validate --format json` prints', FindingsSchema],
  framework: ['Framework map', FrameworkSchema],
  library: ['Index of a library', IndexSchema],
  matters: ['Matters that may need an authority', MattersSchema],
  parameters: ['Parameters of a library', ParametersSchema],
  party: ['What a library knows of a state', PartySchema],
  provision: ['Provision', ProvisionSchema],
  vocabulary: ['Names of instruments and languages', VocabularySchema],
};

export function generated(root) {
  return { ...schemas(), ...shapes(), ...commandPages(), ...rulePages(), ...libraryPages(root) };
}

/** The built-in library for a reader, from its sources. */
function libraryPages(root) {
  const host = createHost(path.resolve(root));
  const { value } = readSources(host, []);
  if (value === undefined) throw new Error('the library cannot be read');
  const further = ['[What of the field is covered](coverage.md), and what is not, with the reason. [What is checked](checks.md) of the library as a whole.'];
  const pages = pagesOf(value.library, further).map(({ name, content }) => [`docs/library/${name}`, content]);
  const rows = CHECKS.map(({ id, title }) => `| ${id} | ${cell(title)} |`);
  const checks = ['# What is checked of a library', LIBRARY_NOTE, 'What `dtca library check` looks for, besides the faults of single files that `dtca validate` finds.', ['| Check | Finds |', '|---|---|', ...rows].join('\n')];
  return { ...Object.fromEntries(pages), 'docs/library/checks.md': `${checks.join('\n\n')}\n`, 'docs/library/coverage.md': coveragePage(host.read(`${host.home}/provisions/coverage.yaml`) ?? '', value.library) };
}

function schemas() {
  return Object.fromEntries(
    Object.entries(SCHEMAS).map(([name, [title, schema]]) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
      return [`schemas/${name}.json`, `${JSON.stringify({ $schema, title, ...rest }, undefined, 2)}\n`];
    }),
  );
}

/** The shape of what every command reads, as data: checking it must not wait for the schemas to load. */
function shapes() {
  const { $schema: _, ...shape } = z.toJSONSchema(ArrangementSchema, { target: 'draft-7', io: 'input' });
  refuseUnknown(shape);
  const lines = Object.entries(shape).map(([key, value]) => (key === 'properties' ? `  properties: {\n${Object.entries(value).map(([name, inner]) => `    ${name}: ${JSON.stringify(inner)},\n`).join('')}  },\n` : `  ${key}: ${JSON.stringify(value)},\n`));
  return {
    'src/source/shapes/arrangement.ts': `// Made from src/source/schemas/arrangement.ts by scripts/generate.mjs.\nimport type { Shape } from '../fits.ts';\n\nexport const ARRANGEMENT_SHAPE: Shape = {\n${lines.join('')}};\n`,
  };
}

/** A keyword that `fits` does not know would let through what the schema refuses. */
function refuseUnknown(shape) {
  if (typeof shape !== 'object' || shape === null) return;
  for (const keyword of Object.keys(shape)) if (!SHAPE_KEYWORDS.includes(keyword)) throw new Error(`a shape has the keyword “${keyword}”, which fits.ts does not know`);
  for (const inner of [...Object.values(shape.properties ?? {}), ...Object.values(shape.definitions ?? {}), ...(shape.anyOf ?? []), shape.items, shape.additionalProperties, shape.propertyNames]) refuseUnknown(inner);
}

function commandPages() {
  const silent = { write: () => undefined, terminal: false, width: 80 };
  const host = { home: '', cwd: '', env: {}, read: () => undefined, list: () => undefined, stdout: silent, stderr: silent };
  const program = build({ host, operations: OPERATIONS, out: PLAIN_LOOK, err: PLAIN_LOOK, exit: () => undefined });
  const pages = COMMANDS.map((spec) => {
    const command = program.commands.find((each) => each.name() === spec.name);
    return [`docs/commands/${spec.name}.md`, page(spec, command)];
  });
  const list = COMMANDS.map(({ name, summary }) => `| [\`dtca ${name}\`](${name}.md) | ${cell(summary)} |`);
  const index = ['# Commands', '', NOTE, '', '| Command | What it does |', '|---|---|', ...list, '', EXIT_CODES, ''].join('\n');
  return Object.fromEntries([['docs/commands/README.md', index], ...pages]);
}

function rulePages() {
  const ordered = RULES.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const rows = ordered.map((rule) => [`[\`${rule.id}\`](${rule.id}.md)`, rule.code ?? '', rule.severity, cell(rule.title)]);
  const index = [
    '# Rules', RULE_NOTE, 'What `dtca validate` looks for in an assembled or edited text. `dtca explain RULE` prints the same page.',
    ['| Rule | Code | Severity | Finds |', '|---|---|---|---|', ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n'),
  ];
  return Object.fromEntries([['docs/rules/README.md', `${index.join('\n\n')}\n`], ...ordered.map((rule) => [`docs/rules/${rule.id}.md`, rulePage(rule)])]);
}

function rulePage(rule) {
  const { id, title, paragraphs, facts, sections } = describeRule(rule);
  const parts = [`# ${id}`, RULE_NOTE, `${capital(title)}.`, ...paragraphs, facts.map(({ label, value }) => `${capital(label)}: ${value}.`).join(' ')];
  for (const section of sections) {
    parts.push(`## ${section.title}`);
    if (section.paragraphs.length > 0) parts.push(`\`\`\`text\n${section.paragraphs.join('\n')}\n\`\`\``);
    if (section.facts.length > 0) parts.push(section.facts.map(({ label, value }) => `- ${label}: ${value}`).join('\n'));
  }
  return `${parts.join('\n\n')}\n`;
}

const LIBRARY_NOTE = '<!-- Generated by `npm run generate` from src/operations/library-checks; edit those. -->';
const RULE_NOTE = '<!-- Generated by `npm run generate` from src/lint/rules; edit those. -->';
const NOTE = '<!-- Generated by `npm run generate` from src/cli/commands; edit those. -->';
const EXIT_CODES = 'Exit codes: 0 clean; 1 findings or changes; 2 not readable, or wrong usage; 70 a fault of the tool.';

function page(spec, command) {
  const parts = [`# dtca ${spec.name}`, NOTE, `${capital(spec.summary)}.`, spec.description];
  if (command.commands.length === 0) parts.push(...usage(command, '##'));
  for (const sub of command.commands) parts.push(`## dtca ${spec.name} ${sub.name()}`, `${capital(sub.description())}.`, ...usage(sub, '###'));
  parts.push('## Examples', ...spec.examples.map((example) => `${capital(example.what)}:\n\n\`\`\`sh\n${example.command}\n\`\`\``), EXIT_CODES);
  return `${parts.join('\n\n')}\n`;
}

function usage(command, heading) {
  const names = [];
  for (let each = command; each; each = each.parent) names.unshift(each.name());
  const parts = [`\`\`\`\n${names.join(' ')} ${command.usage()}\n\`\`\``];
  if (command.registeredArguments.length > 0) {
    parts.push(`${heading} Arguments`, table(command.registeredArguments.map((argument) => [`\`${argument.name()}\``, argument.description])));
  }
  const options = command.options.map((option) => [`\`${option.flags}\``, option.description + (option.defaultValue === undefined ? '' : ` (default: ${option.defaultValue})`)]);
  if (options.length > 0) parts.push(`${heading} Options`, table(options));
  return parts;
}

function table(rows) {
  return ['| | |', '|---|---|', ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`)].join('\n');
}

function cell(text) {
  return text.replaceAll('|', '\\|');
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

import { EXPLANATION_REPORTS } from '../../report/index.ts';
import type { CommandSpec } from '../command.ts';
import { libraries, withLibrary } from '../options.ts';
import { tell } from '../tell.ts';
import { oneOf } from '../usage.ts';

const FORMATS = Object.keys(EXPLANATION_REPORTS);

interface Flags {
  readonly format: string;
  readonly library?: readonly string[];
}

export const explain: CommandSpec = {
  name: 'explain',
  summary: 'say why: a rule, a provision, or an article of a text',
  description: 'Explains a rule, a provision of the library, or with FILE#ARTICLE why an article reads as it does: which provision and variant, for what reason, with which values and where each came from.',
  examples: [
    { command: 'dtca explain undefined-term', what: 'a rule: what it finds, why practice cares, a good and a bad example' },
    { command: 'dtca explain finance.cost-shares', what: 'a provision: guidance, variants, sources' },
    { command: 'dtca explain arrangement.yaml#7', what: 'why Article 7 stands there and reads so' },
    { command: 'dtca explain "out/text.md#Article 7(2)"', what: 'the same for a paragraph of a draft' },
  ],
  define(command, context) {
    withLibrary(
      command
        .argument('<what>', 'a rule, a provision, or FILE#ARTICLE')
        .option('-f, --format <format>', FORMATS.join(', '), oneOf('format', FORMATS), 'terminal'),
    ).action(async (what: string, flags: Flags) => {
      tell(context, await context.operations.explain(context.host, what, libraries(flags)), flags.format);
    });
  },
};

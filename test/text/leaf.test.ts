import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLeaf } from '../../src/text/parse-leaf.ts';
import { printLeaf } from '../../src/text/print-leaf.ts';

const word = fc.stringMatching(/^[\p{L}«»“”’.,;–-]{1,8}$/u);
const literal = fc.stringMatching(/^[a-z./ -]{1,10}$/u);
const slot = fc.oneof(
  fc.constantFrom('{{shall}}', '{{finance.ceiling}}'),
  literal.map((text) => `{{ref "${text}" case="ins"}}`),
  fc.tuple(literal, literal).map(([a, b]) => `{{duty "${a}" "${b}"}}`),
);

describe('a leaf', () => {
  it('prints back as it was written, up to white space', () => {
    fc.assert(fc.property(fc.array(fc.oneof(word, slot), { minLength: 1, maxLength: 12 }), (parts) => {
      const source = parts.join(' ').normalize('NFC');
      const { leaf, faults } = parseLeaf(source);
      expect(faults).toEqual([]);
      expect(printLeaf(leaf)).toBe(source);
      expect(parseLeaf(printLeaf(leaf)).leaf.map((part) => (typeof part === 'string' ? part : part.name))).toEqual(leaf.map((part) => (typeof part === 'string' ? part : part.name)));
    }), { numRuns: 500 });
  });

  it.each([
    ['{{{shall}}}', 0], ['a {{#if x}}b{{/if}}', 2], ['a {{> part}}', 2], ['{{! note }}', 0], ['{{~shall}}', 0], ['{{value name}}', 0],
    ['{{@root.x}}', 0], ['{{../x}}', 0], ['{{a', 0], ['x \\{{shall}}', 2], ['{{constructor.prototype.x}}', 0],
  ])('refuses %s and says where', (source, offset) => {
    const { faults } = parseLeaf(source);
    expect(faults.map((fault) => fault.offset)).toEqual([offset]);
  });
});

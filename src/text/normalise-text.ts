/** White space as it counts in the tree: NFC, single spaces, none at the ends. U+00A0 is kept. */
export function normaliseText(text: string): string {
  return text.normalize('NFC').replace(/[ \t\r\n\f\v]+/g, ' ').replace(/^ | $/g, '');
}

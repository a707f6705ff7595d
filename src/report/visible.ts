/**
 * Text for a terminal or a log: control characters, and marks that reorder what is read, show as their code points.
 * A value from a file could otherwise rewrite the screen.
 */
export function visible(text: string): string {
  return text.replace(HIDDEN, (character) => `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`);
}

// Everything below space but the line feed, delete, the C1 set, and the bidirectional controls.
const HIDDEN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

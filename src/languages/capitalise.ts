/** Upper-cases the first letter, past opening quotation marks and brackets. Text that opens with a figure stays. */
export function capitalise(text: string): string {
  return text.replace(/^([\s«„“‘"'([]*)(\p{Ll})/u, (_, opening: string, letter: string) => opening + letter.toUpperCase());
}

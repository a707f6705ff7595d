/** Upper-cases the first letter, past opening quotation marks and brackets. Text that opens with a figure stays. */
export function capitalise(text: string): string {
  const opening = /^[\s«„“‘"'([]*/.exec(text)?.[0].length ?? 0;
  const letter = String.fromCodePoint(text.codePointAt(opening) ?? 0);
  // The class of all small letters takes long to compile, and is seldom asked.
  if (!/^[a-zа-яё]$/.test(letter) && (/^[\0-\x7fА-ЯЁ]$/.test(letter) || !/^\p{Ll}$/u.test(letter))) return text;
  return text.slice(0, opening) + letter.toUpperCase() + text.slice(opening + letter.length);
}

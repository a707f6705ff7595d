// A library of a user's own, as large as asked: optional provisions for arrangements, in both languages.
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';

export function house(folder, count) {
  const home = path.join(folder, 'house');
  mkdirSync(path.join(home, 'scope'), { recursive: true });
  const old = new Date(Date.now() - 3_600_000);
  const write = (name, text) => {
    const file = path.join(home, name);
    writeFileSync(file, text);
    // Written a while ago, as a library is; what is younger than the cache is read again to be sure.
    utimesSync(file, old, old);
  };
  const ids = Array.from({ length: count }, (_, index) => `matter-${index}`);
  write('index.yaml', `name: house\nversion: "1.0.0"\nprovisions:\n${ids.map((id) => `  - scope/${id}\n`).join('')}`);
  for (const [index, id] of ids.entries())
    write(`scope/${id}.yaml`, `id: scope.${id}
version: 1.0.0
article: scope
scope: optional
instruments: [implementing-arrangement]
title: { en: Matter ${index}, ru: Вопрос ${index} }
guidance: What the house holds of matter ${index}.
variants:
  plain:
    rank: preferred
    rationale: The house has no other.
    clauses:
      - key: duty
        en: Each Party {{shall}} tell {{party "other"}} by {{here}} what it has done in matter ${index}.
        ru: Каждая Сторона {{duty "сообщает" "сообщит"}} другой Стороне, что она сделала по вопросу ${index}.
      - key: record
        en: The answer {{shall}} be recorded in the register of matter ${index}.
        ru: Ответ {{duty "вносится" "вносить"}} в реестр по вопросу ${index}.
`);
  return home;
}

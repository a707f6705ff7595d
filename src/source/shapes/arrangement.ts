// Made from src/source/schemas/arrangement.ts by scripts/generate.mjs.
import type { Shape } from '../fits.ts';

export const ARRANGEMENT_SHAPE: Shape = {
  type: "object",
  properties: {
    $schema: {"type":"string"},
    id: {"type":"string","pattern":"^[a-z0-9][a-z0-9-]*$"},
    edition: {"type":"string","pattern":"\\S"},
    status: {"type":"string","enum":["draft","signed"]},
    instrument: {"type":"string","pattern":"^[a-z0-9][a-z0-9-]*$"},
    framework: {"type":"string","pattern":"\\S"},
    register: {"type":"string","enum":["treaty","memorandum"]},
    languages: {"minItems":1,"type":"array","items":{"type":"string","pattern":"^[a-z]{2,3}$"}},
    parties: {"minItems":2,"type":"array","items":{"anyOf":[{"type":"string","pattern":"^[a-z][a-z0-9-]*$"},{"type":"object","properties":{"id":{"type":"string","pattern":"^[a-z][a-z0-9-]*$"},"concluder":{"type":"string","enum":["state","government","ministry","agency","organisation"]},"binding":{"type":"boolean"},"signatories":{"type":"array","items":{"type":"object","properties":{"office":{"type":"object","propertyNames":{"type":"string","pattern":"^[a-z]{2,3}$"},"additionalProperties":{"type":"string","pattern":"\\S"}},"name":{"type":"object","propertyNames":{"type":"string","pattern":"^[a-z]{2,3}$"},"additionalProperties":{"type":"string","pattern":"\\S"}}},"required":["office"],"additionalProperties":false}}},"required":["id"],"additionalProperties":false}]}},
    title: {"type":"object","propertyNames":{"type":"string","pattern":"^[a-z]{2,3}$"},"additionalProperties":{"type":"string","pattern":"\\S"}},
    notice: {"type":"object","propertyNames":{"type":"string","pattern":"^[a-z]{2,3}$"},"additionalProperties":{"type":"string","pattern":"\\S"}},
    marking: {"type":"string","pattern":"\\S"},
    values: {"type":"object","propertyNames":{"type":"string"},"additionalProperties":{"type":"object","propertyNames":{"type":"string"},"additionalProperties":{}}},
    choose: {"type":"object","propertyNames":{"type":"string","pattern":"^[a-z0-9-]+(\\.[a-z0-9-]+)+$"},"additionalProperties":{"type":"string","pattern":"^[a-z0-9][a-z0-9-]*$"}},
    incorporate: {"anyOf":[{"type":"string","enum":["cited","full"]},{"type":"object","propertyNames":{"type":"string","pattern":"\\S"},"additionalProperties":{"type":"string","enum":["cited","full"]}}]},
    omit: {"type":"array","items":{"type":"object","properties":{"provision":{"type":"string","pattern":"^[a-z0-9-]+(\\.[a-z0-9-]+)+$"},"reason":{"type":"string","pattern":"\\S"}},"required":["provision","reason"],"additionalProperties":false}},
    add: {"type":"array","items":{"type":"object","properties":{"id":{"type":"string","pattern":"^[a-z0-9-]+(\\.[a-z0-9-]+)+$"},"article":{"type":"string","pattern":"^[a-z0-9][a-z0-9-]*$"},"title":{"type":"object","propertyNames":{"type":"string","pattern":"^[a-z]{2,3}$"},"additionalProperties":{"type":"string","pattern":"\\S"}},"clauses":{"minItems":1,"type":"array","items":{"$ref":"#/definitions/__schema0"}}},"required":["id","article","clauses"],"additionalProperties":false}},
    departures: {"type":"array","items":{"type":"object","properties":{"at":{"type":"string","pattern":"\\S"},"base":{"type":"string","pattern":"\\S"},"text":{"type":"object","propertyNames":{"type":"string","pattern":"^[a-z]{2,3}$"},"additionalProperties":{"anyOf":[{"type":"string","pattern":"\\S"},{"type":"object","properties":{"treaty":{"type":"string","pattern":"\\S"},"memorandum":{"type":"string","pattern":"\\S"}},"additionalProperties":false}]}},"by":{"type":"string","pattern":"\\S"},"on":{"type":"string","pattern":"^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$"},"why":{"type":"string","pattern":"\\S"},"approvals":{"type":"array","items":{"type":"string","pattern":"\\S"}}},"required":["at","by","on","why"],"additionalProperties":false}},
    waivers: {"type":"array","items":{"type":"object","properties":{"rule":{"type":"string","pattern":"^[a-z0-9][a-z0-9-]*$"},"at":{"type":"string","pattern":"\\S"},"by":{"type":"string","pattern":"\\S"},"on":{"type":"string","pattern":"^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$"},"reason":{"type":"string","pattern":"\\S"},"until":{"type":"string","pattern":"^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$"}},"required":["rule","at","by","on","reason"],"additionalProperties":false}},
    openings: {"type":"object","propertyNames":{"type":"string","pattern":"^[a-z0-9][a-z0-9-]*$"},"additionalProperties":{"type":"string","enum":["fixed","narrow-only","fill","open"]}},
  },
  required: ["id","instrument","languages","parties","title"],
  additionalProperties: false,
  definitions: {"__schema0":{"type":"object","properties":{"key":{"type":"string","pattern":"^[a-z0-9][a-z0-9-]*$"},"when":{"type":"string"},"each":{"type":"string"},"table":{"type":"object","properties":{"in":{"type":"string","pattern":"^[a-z][A-Za-z0-9]*\\.[a-z][A-Za-z0-9]*$"},"columns":{"minItems":1,"type":"array","items":{"type":"object","properties":{"key":{"type":"string"},"heading":{"type":"object","propertyNames":{"type":"string","pattern":"^[a-z]{2,3}$"},"additionalProperties":{"type":"string","pattern":"\\S"}}},"required":["key","heading"],"additionalProperties":false}}},"required":["in","columns"],"additionalProperties":false},"tail":{"type":"object","propertyNames":{"type":"string","pattern":"^[a-z]{2,3}$"},"additionalProperties":{"anyOf":[{"type":"string","pattern":"\\S"},{"type":"object","properties":{"treaty":{"type":"string","pattern":"\\S"},"memorandum":{"type":"string","pattern":"\\S"}},"additionalProperties":false}]}},"clauses":{"type":"array","items":{"$ref":"#/definitions/__schema0"}}},"required":["key"],"additionalProperties":{"anyOf":[{"type":"string","pattern":"\\S"},{"type":"object","properties":{"treaty":{"type":"string","pattern":"\\S"},"memorandum":{"type":"string","pattern":"\\S"}},"additionalProperties":false}]}}},
};

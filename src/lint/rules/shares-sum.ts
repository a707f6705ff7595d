import type { Value } from '../../model/index.ts';
import { bound, draftOf } from '../example.ts';
import type { Rule } from '../rule.ts';
import { usesOf, valuesOf } from '../values.ts';

export const rule: Rule = {
  id: 'shares-sum',
  code: 'N03',
  severity: 'error',
  title: 'Shares that do not add up to 100',
  why: 'What is missing is paid by nobody; what is too much is paid twice.',
  good: () => ({ title: 'Two halves', draft: draftOf({ values: [bound('finance.shares', { type: 'share', shares: [{ party: 'us', percent: '33.4' }, { party: 'ru', percent: '66.6' }] })] }) }),
  bad: () => ({ title: 'Ten per cent are left over', draft: draftOf({ values: [bound('finance.shares', { type: 'share', shares: [{ party: 'us', percent: '50' }, { party: 'ru', percent: '40' }] })] }) }),
  *check({ draft }) {
    for (const { parameter, value } of valuesOf(draft)) {
      if (value.type !== 'share' || value.shares.length === 0) continue;
      const total = sum(value);
      if (total === undefined || total === '100') continue;
      const [node, ...others] = usesOf(draft, parameter);
      yield {
        message: `the shares of “${parameter}” add up to ${total} per cent, not to 100: ${value.shares.map(({ party, percent }) => `${party} ${percent}`).join(', ')}`,
        parameter,
        ...(node === undefined ? {} : { node }),
        ...(others.length === 0 ? {} : { related: others.map((other) => ({ message: 'used here', node: other })) }),
      };
    }
  },
};

/** The exact sum as a decimal without trailing zeros; undefined if a share is no decimal. */
function sum(value: Value & { type: 'share' }): string | undefined {
  const parts = value.shares.map(({ percent }) => /^(-?)(\d{1,30})(?:\.(\d{1,30}))?$/.exec(percent));
  const scale = Math.max(0, ...parts.map((part) => part?.[3]?.length ?? 0));
  let total = 0n;
  for (const part of parts) {
    if (part === null) return undefined;
    const digits = BigInt(`${part[2] ?? ''}${(part[3] ?? '').padEnd(scale, '0')}`);
    total += part[1] === '-' ? -digits : digits;
  }
  const digits = String(total < 0n ? -total : total).padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '');
  return `${total < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

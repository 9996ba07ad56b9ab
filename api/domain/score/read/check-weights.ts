/** The weights of a group sum to 100, exactly (assessment.md, Total 2). */
import { compare, exactly, sum, toText } from '../exact.ts';
import { type Field, quoted } from './field.ts';

const FULL = exactly(100);

/**
 * Notes a fault where the weights of a group do not sum to 100: at the weight of its last indicator, where the sum
 * is known, or at the group itself where it has none. Passes over a group of which a weight cannot be read.
 */
export function checkWeights(groups: readonly Field[], indicators: readonly Field[]): void {
  for (const group of groups) {
    const key = group.at('key').value;
    if (typeof key !== 'string') continue;
    const weights = indicators.filter((at) => at.at('group').value === key).map((at) => at.at('weight'));
    const readable = weights.map(({ value }) => value).filter((value) => Number.isFinite(value));
    if (readable.length < weights.length) continue;
    const all = sum(readable.map((value) => exactly(Number(value))));
    const at = weights.at(-1) ?? group;
    if (compare(all, FULL) !== 0)
      at.fault(`分组 ${quoted(key)} 各指标权重之和应为 100，实际是 ${toText(all)}`);
  }
}

/** Trying a scheme out (试算) on what the units have reached, before it is published. */
import { assembleValues, type Basis } from './assemble.ts';
import type { Unit, UnitResult, Value } from './data.ts';
import { type Method, type Scheme, type ValueKind, valueKindOf } from './scheme.ts';
import { score } from './score.ts';

export interface Trial {
  readonly results: readonly UnitResult[];
  /** Indicators whose figures came in for another method and are taken for missing. */
  readonly unfit: readonly string[];
}

const isCount = (value: Value['value']): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0;

const READS: Readonly<Record<ValueKind, (value: Value) => boolean>> = {
  number: ({ value }) => typeof value === 'number',
  count: ({ value, outOf }) => isCount(value) && outOf === undefined,
  boolean: ({ value }) => typeof value === 'boolean',
  marks: ({ marks }) => marks !== undefined && marks.length > 0,
};

/** Can the method read the value? One that says nothing yet, it can. */
function readable(value: Value, method: Method): boolean {
  if (value.value === undefined && value.marks === undefined) return true;
  if (!READS[valueKindOf(method)](value)) return false;
  return method.type !== 'judged' || (value.marks ?? []).every((mark) => mark <= method.outOf);
}

/**
 * Scores the units by a scheme as the ranking would, on the day that the scheme names. A draft's figures may have come
 * in for another method than it has now: those are taken for missing, and the indicators named.
 */
export function tryOut(scheme: Scheme, basis: Basis, units: readonly Unit[]): Trial {
  const methods = new Map(scheme.indicators.map(({ code, method }) => [code, method]));
  const unfit = new Set<string>();
  const values = assembleValues(basis, scheme, units).filter((value) => {
    const method = methods.get(value.indicator);
    const fits = method !== undefined && readable(value, method);
    if (!fits) unfit.add(value.indicator);
    return fits;
  });
  return { ...score({ ...scheme, mode: 'rolling' }, { units, values }), unfit: [...unfit] };
}

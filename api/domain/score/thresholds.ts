import type { Method } from './scheme.ts';

/** The thresholds at which a method gives its points, with the path to each below the method. */
export function thresholdsOf(method: Method): readonly (readonly [at: string, value: number])[] {
  switch (method.type) {
    case 'linear':
      return [
        ['.floor', method.floor],
        ['.target', method.target],
      ];
    case 'bands':
      return method.bands.map((band, i) =>
        'atLeast' in band ? [`.bands[${i}].atLeast`, band.atLeast] : [`.bands[${i}].atMost`, band.atMost],
      );
    case 'curve':
      return method.points.map(([value], i) => [`.points[${i}]`, value]);
    case 'shortfall':
    case 'surplus':
      return [['.from', method.from]];
    case 'rank':
    case 'met':
    case 'deduct':
    case 'judged':
    case 'bonus':
    case 'penalty':
    case 'veto':
      return [];
  }
}

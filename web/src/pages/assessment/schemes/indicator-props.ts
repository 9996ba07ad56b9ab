import type { Finding } from '../../../../../api/domain/score/check-scheme.ts';
import type { Indicator } from '../../../../../api/domain/score/scheme.ts';

export interface IndicatorProps {
  indicator: Indicator;
  /** Where it stands in the scheme, as findings name it. */
  path: string;
  findings: readonly Finding[];
  sections: readonly { number: string; title: string }[];
  collected: ReadonlySet<string>;
  onChange: (fields: Partial<Indicator>) => void;
  onDrop: () => void;
}

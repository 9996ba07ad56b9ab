import type { JSX } from 'solid-js';
import css from './share-bar.module.css';

interface ShareBarProps {
  /** 0…1; what lies outside is drawn at the edge. */
  share: number;
  strong?: boolean;
}

/** A share as a thin bar. The figure itself stands beside it. */
export function ShareBar(props: ShareBarProps): JSX.Element {
  const scale = (): string => `scaleX(${Math.min(1, Math.max(0, props.share))})`;
  return (
    <span class={css.track} aria-hidden="true">
      <span class={css.fill} data-strong={props.strong ? '' : undefined} style={{ transform: scale() }} />
    </span>
  );
}

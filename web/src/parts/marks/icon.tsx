import type { JSX } from 'solid-js';
import css from './icon.module.css';

/** Line drawings in a box of 24, 1.5 thick. */
const PATHS = {
  close: 'M6 6l12 12M18 6L6 18',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4',
  moon: 'M20 14.2A8 8 0 0 1 9.8 4a8 8 0 1 0 10.2 10.2Z',
  keys: 'M3 6.5h18v11H3ZM7 10h.01M11 10h.01M15 10h.01M17.5 10h.01M7 14h10',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8M4.5 20c.8-3.6 3.7-5.5 7.5-5.5s6.7 1.9 7.5 5.5',
  camera: 'M3.5 7.5h4L9 5h6l1.5 2.5h4v11h-17ZM12 9.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7',
  clip: 'M8 12.5l6-6a3 3 0 0 1 4.2 4.2l-8.4 8.4a5 5 0 0 1-7-7L11 4',
  file: 'M6 3.5h8l4 4v13H6ZM14 3.5v4h4',
  download: 'M12 4v11M7.5 11l4.5 4.5 4.5-4.5M4.5 20h15',
  upload: 'M12 15.5V4.5M7.5 9L12 4.5 16.5 9M4.5 20h15',
  forward: 'M9 5l7 7-7 7',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M15.5 15.5L21 21',
  check: 'M4.5 12.5l5 5 10-11',
} as const;
export type IconName = keyof typeof PATHS;

/** An icon beside or in place of a word; the word is always there for screen readers. */
export function Icon(props: { name: IconName }): JSX.Element {
  return (
    <svg class={css.icon} viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[props.name]} />
    </svg>
  );
}

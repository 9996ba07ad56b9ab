/** The colours of the page, for what is drawn outside of style sheets. */
export interface Palette {
  ink: string;
  ink2: string;
  ink3: string;
  rule: string;
  paper: string;
  blue: string;
  green: string;
  yellow: string;
  red: string;
  font: string;
}

/** The colours as the theme in use has them. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const of = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    ink: of('ink'),
    ink2: of('ink-2'),
    ink3: of('ink-3'),
    rule: of('rule'),
    paper: of('paper'),
    blue: of('blue'),
    green: of('green'),
    yellow: of('yellow'),
    red: of('red'),
    font: of('sans'),
  };
}

/** How wide a text is, in characters of a line: a figure or letter takes half of one. */
export const widthOf = (text: string): number =>
  [...text].reduce((width, each) => width + (/[ -~]/.test(each) ? 0.5 : 1), 0);

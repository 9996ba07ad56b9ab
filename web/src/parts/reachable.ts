/** For `ref`: lets the keyboard reach, and so scroll, a region that holds nothing else to be reached. */
export function reachable(element: HTMLElement): void {
  element.tabIndex = 0;
}

import { createEffect, onCleanup } from 'solid-js';

/** So far from the window something is near, in px: some seconds of reading. */
const NEAR_PX = 1500;

/**
 * Calls `come` when what `place` gives comes near the window, and again each time that `after` has changed while it is
 * still near.
 */
export function whenNear(place: () => Element | undefined, after: () => unknown, come: () => void): void {
  const watch = new IntersectionObserver(
    (seen) => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) come();
    },
    { rootMargin: `${NEAR_PX}px 0px` },
  );
  createEffect(() => {
    after();
    const at = place();
    // Watched anew, an observer tells at once where the element is.
    watch.disconnect();
    if (at !== undefined) watch.observe(at);
  });
  onCleanup(() => watch.disconnect());
}

/** What this browser keeps between visits: drafts, language, theme. Where it may keep nothing, it forgets. */

/** The text kept under a key, or null. */
export function readKept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a text under a key; null forgets it. */
export function writeKept(key: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // Private windows and full disks keep nothing: the page works on without.
  }
}

/** Whether a room under a new number is one that was known (chat.md): by its people, never by its topic alone. Pure. */

export interface Named {
  externalId: string;
  name: string;
}

/** At least so many must be there again, and at least half of all who have spoken. */
const AT_LEAST = 2;

/** The one that has this name; undefined where none or several have. */
function only<T extends Named>(all: readonly T[], name: string): T | undefined {
  const [first, ...more] = all.filter((each) => each.name === name);
  return more.length === 0 ? first : undefined;
}

/**
 * Pairs those who have spoken in a room with the members of one of the same topic, by names that stand once on each
 * side. Null where too few are there again.
 */
export function sameRoom<T extends Named>(
  speakers: readonly T[],
  members: readonly Named[],
): { speaker: T; member: Named }[] | null {
  const pairs = speakers.flatMap((speaker) => {
    const member = only(members, speaker.name);
    return member !== undefined && only(speakers, speaker.name) === speaker ? [{ speaker, member }] : [];
  });
  return pairs.length >= AT_LEAST && pairs.length * 2 >= speakers.length ? pairs : null;
}

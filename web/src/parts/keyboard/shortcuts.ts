/** The keyboard of the whole app (键盘快捷键) as one table, and how keys pressed one after another are read. */

export const GLOBAL_ACTIONS = [
  'search',
  'overview',
  'tasks',
  'verify',
  'ranking',
  'assessment',
  'chat',
  'help',
] as const;
export const QUEUE_ACTIONS = ['next', 'previous', 'pass', 'sendBack'] as const;
/** On the sheet of an inspection, beside moving to the next item and back. */
export const SHEET_ACTIONS = ['met', 'unmet', 'notApplicable'] as const;
export type Action =
  | (typeof GLOBAL_ACTIONS)[number]
  | (typeof QUEUE_ACTIONS)[number]
  | (typeof SHEET_ACTIONS)[number];

/** The keys of each action, pressed one after another. */
export const KEYS: Readonly<Record<Action, readonly string[]>> = {
  search: ['/'],
  overview: ['g', 'o'],
  tasks: ['g', 't'],
  verify: ['g', 'v'],
  ranking: ['g', 'r'],
  assessment: ['g', 'a'],
  chat: ['g', 'c'],
  help: ['?'],
  next: ['j'],
  previous: ['k'],
  pass: ['v'],
  sendBack: ['r'],
  met: ['1'],
  unmet: ['2'],
  notApplicable: ['3'],
};

/** How long the second key of a pair is waited for. */
export const PATIENCE_MS = 1200;

/** What was typed so far of a pair (empty: nothing), and the action it came to. */
export interface Read {
  typed: readonly string[];
  action: Action | null;
}

const startsWith = (keys: readonly string[], typed: readonly string[]): boolean =>
  typed.every((key, i) => keys[i] === key);

/** Reads one more key among the actions that are listened for. A key that leads nowhere starts anew. */
export function readKey(typed: readonly string[], key: string, listening: readonly Action[]): Read {
  const all = [...typed, key];
  const reachable = listening.filter((action) => startsWith(KEYS[action], all));
  const action = reachable.find((each) => KEYS[each].length === all.length);
  if (action !== undefined) return { typed: [], action };
  if (reachable.length > 0) return { typed: all, action: null };
  return typed.length > 0 ? readKey([], key, listening) : { typed: [], action: null };
}

/**
 * What a password must be (口令要求), profile `mlps` (等级保护): at least 10 characters, of at least three of the
 * four kinds: small letters, capitals, digits, others. Source: trust.md, "Sign-in".
 */
const SHORTEST = 10;
/** Longer ones only serve to make hashing slow. */
const LONGEST = 128;
const KINDS = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/];
const KINDS_WANTED = 3;

/** What is wrong with a password, in the person's words; null where nothing is. */
export function passwordFault(password: string, username = ''): string | null {
  if (password.length < SHORTEST) return `密码至少 ${SHORTEST} 个字符`;
  if (password.length > LONGEST) return `密码至多 ${LONGEST} 个字符`;
  const kinds = KINDS.filter((kind) => kind.test(password)).length;
  if (kinds < KINDS_WANTED) return '密码要有小写字母、大写字母、数字、符号中的至少三种';
  if (username !== '' && password.toLowerCase().includes(username.toLowerCase())) return '密码不能包含用户名';
  return null;
}

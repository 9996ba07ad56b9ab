import { randomInt, randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { account, user } from '../../../db/schema/auth.ts';
import { people, units } from '../../../db/schema/units.ts';
import type { Duty, PersonId, Role, UnitId } from '../../../db/vocabulary.ts';
import { type Context, permit, type Tx } from '../../context.ts';
import { passwordFault } from '../../domain/people/password.ts';
import { found, Refusal } from '../../errors.ts';
import { recordAudit } from '../audit/record-audit.ts';

export interface NewPerson {
  unit: UnitId;
  name: string;
  role: Role;
  duty: Duty;
  /** With a username the person can sign in; without, they are known to the chat alone. */
  username?: string;
  /** The first password; made at random where absent. Either way it must be changed after the first sign-in. */
  password?: string;
}

export interface AddedPerson {
  id: PersonId;
  /** The first password, to be told once; null for a person without a username. */
  password: string | null;
}

const USERNAME = /^[a-zA-Z0-9_.]{3,30}$/;
/** Without those that are taken for each other: 0 O, 1 l I. */
const LETTERS = ['abcdefghijkmnpqrstuvwxyz', 'ABCDEFGHJKLMNPQRSTUVWXYZ', '23456789'] as const;
const RANDOM_LENGTH = 15;

/** A password at random, of small letters, capitals and digits by turns (about 73 bits). */
function randomPassword(): string {
  return Array.from({ length: RANDOM_LENGTH }, (_, at) => {
    const letters = LETTERS[at % LETTERS.length] ?? LETTERS[0];
    return letters.charAt(randomInt(letters.length));
  }).join('');
}

/** What makes a person able to sign in: better-auth's user and its credential, in the verb's own transaction. */
async function addSignIn(tx: Tx, name: string, username: string, hash: string): Promise<string> {
  const id = randomUUID();
  const now = tx.clock();
  const taken = await tx.db
    .insert(user)
    .values({
      id,
      name,
      // better-auth wants an address of everyone; nothing is ever sent to it.
      email: `${username.toLowerCase()}@duban.invalid`,
      username: username.toLowerCase(),
      displayUsername: username,
      createdAt: now,
      updatedAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: user.id });
  if (taken.length === 0) throw new Refusal('conflict', 'usernameTaken', `用户名 ${username} 已有人使用`);
  await tx.db.insert(account).values({
    id: randomUUID(),
    accountId: id,
    providerId: 'credential',
    userId: id,
    password: hash,
    createdAt: now,
    updatedAt: now,
  });
  return id;
}

function check({ name, username, password }: NewPerson): void {
  const faults = [
    name.trim() === '' && { path: 'name', message: '请填写姓名或岗位' },
    username !== undefined &&
      !USERNAME.test(username) && { path: 'username', message: '用户名为 3 到 30 个字母、数字、点或下划线' },
    password !== undefined && username === undefined && { path: 'username', message: '有密码就要有用户名' },
  ].filter((fault) => fault !== false);
  const fault = password === undefined ? null : passwordFault(password, username);
  if (fault !== null) faults.push({ path: 'password', message: fault });
  if (faults.length > 0) throw new Refusal('invalid', 'invalidPerson', '人员信息有误', faults);
}

/**
 * Adds a person (人员), with a sign-in where a username is given. Throws `forbidden`, `invalid`, `notFound`
 * (the unit) and `conflict` (the username is taken).
 */
export async function addPerson(ctx: Context, person: NewPerson): Promise<AddedPerson> {
  permit(ctx, 'person.manage', person.unit);
  check(person);
  const { username } = person;
  const password = username === undefined ? null : (person.password ?? randomPassword());
  const { hashPassword } = await import('./better-auth.ts');
  const hash = password === null ? null : await hashPassword(password);
  return ctx.transaction(async (tx) => {
    const [unit] = await tx.db
      .select({ domainId: units.domainId })
      .from(units)
      .where(eq(units.id, person.unit));
    if (found(unit, '单位').domainId !== tx.domainId) found(undefined, '单位');
    const userId =
      username === undefined || hash === null ? null : await addSignIn(tx, person.name, username, hash);
    const [row] = await tx.db
      .insert(people)
      .values({
        domainId: tx.domainId,
        unitId: person.unit,
        name: person.name,
        role: person.role,
        duty: person.duty,
        userId,
        mustChangePassword: userId !== null,
      })
      .returning({ id: people.id });
    const { id } = found(row, '人员');
    await recordAudit(tx, 'person.add', `person/${id}`, { role: person.role, unit: person.unit });
    return { id, password };
  });
}

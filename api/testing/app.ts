/**
 * The HTTP part over a world, and people who call it. Whatever JSON comes back is held against what the OpenAPI
 * document says of the route, so that the document cannot say what is not so.
 */
import { z } from 'zod';
import { readPasted } from '../../bot/read-pasted.ts';
import type { PersonId, Role } from '../../db/vocabulary.ts';
import { type App, createApp } from '../http/app.ts';
import type { House } from '../http/doors.ts';
import type { Live } from '../http/live.ts';
import { createLog } from '../log.ts';
import { createAuth } from '../services/people/auth.ts';
import { demoUserOf } from '../services/people/demo-people.ts';
import type { World, WorldUnit } from './world.ts';

export const SECRET = 'a secret of more than thirty-two characters';
export const URL_OF_TESTS = 'http://localhost:3000';

export interface Caller {
  /** The cookies it sends, for requests made in another way. */
  readonly cookie: string;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Sends a form as it is, anything else as JSON. */
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
}

const operation = z.object({
  'x-permission': z.string().optional(),
  responses: z.record(
    z.string(),
    z.object({
      content: z
        .record(z.string(), z.object({ schema: z.record(z.string(), z.unknown()).optional() }))
        .optional(),
    }),
  ),
});
const apiDocument = z.object({
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
});
export type ApiDocument = z.output<typeof apiDocument>;

export interface TestApp {
  app: App;
  live: Live;
  document: ApiDocument;
  nobody: Caller;
  as(role: Role, of?: WorldUnit): Promise<Caller>;
  /** Calls with these cookies, as a browser keeps them. */
  with(cookies: readonly string[]): Caller;
  close(): Promise<void>;
}

/** The path of the document that a request's path is one of. */
function templateOf(document: ApiDocument, path: string): string | undefined {
  const asked = path.split('?')[0]?.split('/') ?? [];
  const fits = (template: string): boolean => {
    const parts = template.split('/');
    return (
      parts.length === asked.length && parts.every((part, at) => part.startsWith('{') || part === asked[at])
    );
  };
  return Object.keys(document.paths).find(fits);
}

/** Throws where an answer is not what the document says of it. */
async function check(document: ApiDocument, method: string, path: string, response: Response): Promise<void> {
  const template = templateOf(document, path);
  const media = response.headers.get('content-type')?.split(';')[0];
  if (template === undefined || !response.ok || media !== 'application/json') return;
  const responses = document.paths[template]?.[method.toLowerCase()]?.responses;
  const schema = responses?.[String(response.status)]?.content?.[media]?.schema;
  if (schema === undefined) return;
  const whole = JSON.stringify({ ...schema, $defs: document.components.schemas });
  const described = z.fromJSONSchema(JSON.parse(whole.replaceAll('#/components/schemas/', '#/$defs/')));
  const parsed = described.safeParse(await response.clone().json());
  if (parsed.success) return;
  throw new Error(`${method} ${path} does not answer as described: ${z.prettifyError(parsed.error)}`);
}

const cookieHeader = (cookies: readonly string[]): string =>
  cookies.map((cookie) => cookie.split(';')[0]).join('; ');

/** Where requests come from, in the shape the Node server gives it. */
export const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } });

/** Each world calls from a loopback address of its own, so that none is locked for another's failures. */
const homeOf = ({ domainId }: World): string => `127.1.${domainId >> 8}.${domainId & 255}`;

function caller(app: App, document: ApiDocument, address: string, cookies: readonly string[]): Caller {
  const cookie = cookieHeader(cookies);
  const own = cookie === '' ? {} : { cookie };
  const call = async (method: string, path: string, init: RequestInit): Promise<Response> => {
    const headers = { host: 'localhost:3000', ...own, ...init.headers };
    const response = await app.request(`${URL_OF_TESTS}${path}`, { ...init, method, headers }, from(address));
    await check(document, method, path, response);
    return response;
  };
  return {
    cookie,
    get: (path, headers = {}) => call('GET', path, { headers }),
    post: (path, body, headers = {}) =>
      body instanceof FormData
        ? call('POST', path, { body, headers })
        : call('POST', path, {
            body: JSON.stringify(body ?? {}),
            headers: { 'content-type': 'application/json', ...headers },
          }),
  };
}

/** The HTTP part of a world. Close it at the end of the test. */
export async function openApp(w: World, extra: Partial<House> = {}): Promise<TestApp> {
  const house: House = {
    domainId: w.domainId,
    store: w.store,
    clock: w.clock,
    log: createLog('silent'),
    files: w.files,
    secret: SECRET,
    url: URL_OF_TESTS,
    demo: false,
    readPasted: () => Promise.resolve(readPasted),
    ...extra,
  };
  const { app, live, close } = await createApp(house);
  const auth = createAuth(w.store.db, SECRET, URL_OF_TESTS);
  const described = await app.request('/api/openapi.json');
  const document = apiDocument.parse(await described.json());
  const home = homeOf(w);
  const signIn = async (id: PersonId): Promise<Caller> => {
    const session = await auth.openSession(await demoUserOf(w.system, id));
    return caller(app, document, home, session.cookies);
  };
  return {
    app,
    live,
    document,
    nobody: caller(app, document, home, []),
    as: (role, of) => signIn(w.person(role, of).id),
    with: (cookies) => caller(app, document, home, cookies),
    close,
  };
}

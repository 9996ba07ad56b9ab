/** The whole HTTP part over the demo year, as the bench asks it. */
import { readPasted } from '../../bot/read-pasted.ts';
import type { DomainId } from '../../db/vocabulary.ts';
import { builtin } from '../house.ts';
import { createApp } from '../http/app.ts';
import { createLog } from '../log.ts';
import { startServer } from '../server.ts';
import { DEMO_OPENS } from '../services/demo/demo-clock.ts';
import { loadDemo } from '../services/demo/load-demo.ts';
import { createFileStore } from '../services/files/file-store.ts';
import type { Arena } from './finding.ts';
import type { Scratch } from './scratch.ts';

export interface DemoServer {
  readonly url: string;
  readonly domainId: DomainId;
  /** The headers of somebody of the office who is signed in. */
  readonly signedIn: { readonly cookie: string };
  close(): Promise<void>;
}

const SECRET = 'the bench signs with this and nothing else';
const UNLIMITED = Number.POSITIVE_INFINITY;

async function signIn(url: string, role: string): Promise<DemoServer['signedIn']> {
  const { people } = (await (await fetch(`${url}/api/demo/people`)).json()) as {
    people: { id: number; role: string }[];
  };
  const personId = people.find((person) => person.role === role)?.id;
  const answer = await fetch(`${url}/api/demo/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ personId }),
  });
  const cookie = answer.headers.getSetCookie().map((each) => each.split(';')[0]);
  return { cookie: cookie.join('; ') };
}

/** Loads the demo year into the database and serves it, with the web client that was built into the folder `web`, if any. */
export async function serveDemo({ folder }: Arena, scratch: Scratch, web?: string): Promise<DemoServer> {
  const { store, context } = scratch;
  const clock = () => DEMO_OPENS;
  const domainId = await loadDemo(store.db, context, builtin(), clock());
  const limits = { address: UNLIMITED, reads: UNLIMITED, unknown: UNLIMITED };
  const { app, close } = await createApp({
    ...{ domainId, store, clock, limits, demo: true, secret: SECRET, url: 'http://127.0.0.1' },
    readPasted: () => Promise.resolve(readPasted),
    log: createLog('silent'),
    files: createFileStore(`${folder}/files`),
  });
  const place = { host: '127.0.0.1', port: 0, url: 'http://127.0.0.1' };
  const server = await startServer(app, web === undefined ? place : { ...place, web });
  const url = `http://127.0.0.1:${server.port}`;
  return {
    url,
    domainId,
    signedIn: await signIn(url, 'office'),
    close: async () => {
      await close();
      await server.close();
    },
  };
}

/**
 * Answers that many people ask for are computed once for each version of the data, and not sent again to one who
 * has them (design: performance.md, "How"). The version is the number of the last audit entry: every change
 * writes one, and is announced.
 */
import type { Context, TypedResponse } from 'hono';
import type { JSONParsed } from 'hono/utils/types';
import type { DomainId } from '../../db/vocabulary.ts';
import type { Clock, Context as House } from '../context.ts';
import { dayOf } from '../domain/time/day.ts';
import { readVersion } from '../services/audit/read-version.ts';
import type { Live } from './live.ts';

/** Should an announcement be lost with its connection, the version is read again after this long. */
const BELIEVED_MS = 5000;
const MOST = 500;
const encoder = new TextEncoder();

interface Held {
  version: number;
  until: number;
}

interface Answer {
  tag: string;
  body: Promise<Uint8Array<ArrayBuffer>>;
}

export type Cached = <T>(
  c: Context,
  ctx: House,
  key: string,
  compute: (version: number) => Promise<T>,
) => Promise<Response & TypedResponse<JSONParsed<T>, 200, 'json'>>;

function createVersions(live: Live, clock: Clock) {
  const held = new Map<DomainId, Held>();
  live.hear(({ domain, topic, version }) => {
    if (topic !== 'change' || version === undefined) return;
    const known = held.get(domain)?.version ?? 0;
    held.set(domain, { version: Math.max(known, version), until: clock().getTime() + BELIEVED_MS });
  });
  return {
    forget: (domainId: DomainId) => held.delete(domainId),
    async of(ctx: House): Promise<number> {
      const now = clock().getTime();
      const known = held.get(ctx.domainId);
      if (known !== undefined && known.until > now) return known.version;
      const version = Math.max(await readVersion(ctx), held.get(ctx.domainId)?.version ?? 0);
      held.set(ctx.domainId, { version, until: now + BELIEVED_MS });
      return version;
    },
  };
}

/**
 * The cache, kept in step by what is announced. `forget` is for who has just changed something: the next read
 * asks the database for the version, and so sees the change even before it is announced.
 */
export function createCached(
  live: Live,
  clock: Clock,
  release: string,
): { cached: Cached; forget: (domainId: DomainId) => void } {
  const versions = createVersions(live, clock);
  const answers = new Map<string, Answer>();

  const bodyOf = (name: string, tag: string, compute: () => Promise<unknown>): Answer['body'] => {
    const kept = answers.get(name);
    if (kept?.tag === tag) return kept.body;
    const body = compute().then((value) => encoder.encode(JSON.stringify(value)));
    // What fails is not kept: the next one tries again.
    body.catch(() => answers.get(name)?.body === body && answers.delete(name));
    if (answers.size >= MOST) answers.clear();
    answers.set(name, { tag, body });
    return body;
  };

  const cached: Cached = async (c, ctx, key, compute) => {
    const version = await versions.of(ctx);
    const name = `${ctx.domainId}/${key}`;
    const tag = `W/"${release}-${version}-${dayOf(clock())}-${key}"`;
    const matches = c.req.header('if-none-match') === tag;
    const headers = { etag: tag, 'cache-control': 'private, no-cache' };
    const response: Response = matches
      ? c.body(null, 304, headers)
      : c.body(await bodyOf(name, tag, () => compute(version)), 200, {
          ...headers,
          'content-type': 'application/json',
        });
    // The body is the JSON of what `compute` gives; only the type of it was lost on the way.
    return response as Response & TypedResponse<never, 200, 'json'>;
  };
  return { cached, forget: versions.forget };
}

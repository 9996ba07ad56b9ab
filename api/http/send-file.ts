import type { Context } from 'hono';

/** What a browser may show in place; everything else is for keeping. */
const SHOWN = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif']);

/** Answers with the bytes of a file that somebody sent in, in a sandbox that runs nothing. */
export function sendFile(
  c: Context,
  { name, type, bytes }: { name: string; type: string; bytes: Uint8Array },
) {
  const disposition = SHOWN.has(type) ? 'inline' : 'attachment';
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': type,
    'content-disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(name)}`,
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'cache-control': 'private, max-age=300',
  });
}

/** What holds for every request before any route is asked (design: trust.md, "No one in where they don't belong"). */
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { Refusal } from '../errors.ts';
import { addressOf } from './address.ts';

const BODY_BYTES = 100 * 1024;
/** A file of 20 MB, and the form around it. */
const UPLOAD_BYTES = 21 * 1024 * 1024;
const UPLOAD_PATH = /\/(evidence|files|values\/check)$/;
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Headers of every answer. Behind an https `url` the browser is told to keep to it. */
export const headers = (url: string): MiddlewareHandler =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      // Charts and dialogs place things by style attributes.
      styleSrcAttr: ["'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'DENY',
    strictTransportSecurity: url.startsWith('https://'),
    originAgentCluster: false,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
    // A route that serves files of people sets a stricter policy of its own.
    overwrite: false,
  });

/**
 * A write must come from our own pages: browsers say so by `Sec-Fetch-Site`, older ones by `Origin`, and a page
 * elsewhere cannot forge either. What sends neither is no browser, and carries no cookie but its own.
 */
function isFromElsewhere(c: Context, ownHost: string): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const origin = c.req.header('origin');
  if (origin === undefined) return false;
  return !URL.canParse(origin) || ![ownHost, c.req.header('host')].includes(new URL(origin).host);
}

/** Bodies of at most so many bytes. */
const limited = (maxSize: number, message: string): MiddlewareHandler =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new Refusal('tooLarge', 'tooLarge', message);
    },
  });
const upload = limited(UPLOAD_BYTES, '文件太大，单个文件不超过 20 MB');
const body = limited(BODY_BYTES, '提交的内容太大，不超过 100 KB');

/**
 * What every request to the API passes: not too many from one address, no write from elsewhere, no body too large.
 * Answers that say nothing about it are kept by nobody.
 */
export function guard(url: string, countAddress: (address: string) => void): MiddlewareHandler {
  const { host } = new URL(url);
  return async (c, next) => {
    countAddress(addressOf(c));
    if (SAFE.has(c.req.method)) {
      await next();
    } else {
      if (isFromElsewhere(c, host)) throw new Refusal('forbidden', 'crossOrigin', '请求来自别的网站，已拒绝');
      await (UPLOAD_PATH.test(c.req.path) ? upload : body)(c, next);
    }
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store');
  };
}

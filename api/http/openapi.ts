/** The OpenAPI document (接口文档), made from the routes themselves, and a page to read it by. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Env, Hono, type Schema } from 'hono';
import { generateSpecs, resolver } from 'hono-openapi';
import { notFound } from '../errors.ts';
import type { Doors } from './doors.ts';
import { problemSchema } from './problems.ts';

const tag = '系统';

const documentation = (release: string) => ({
  info: {
    title: '督办',
    version: release,
    description: '工作方案督办与考核。除标明 public 的以外都要登录；x-permission 是权限表中的一行。',
  },
  components: {
    responses: {
      Problem: {
        description: '问题说明（RFC 9457）',
        content: { 'application/problem+json': { schema: resolver(problemSchema) } },
      },
    },
    securitySchemes: {
      session: { type: 'apiKey' as const, in: 'cookie' as const, name: 'duban.session_token' },
    },
  },
});

/** The document of an app's routes, as JSON. */
export async function documentOf<E extends Env, S extends Schema, P extends string>(
  app: Hono<E, S, P>,
  release: string,
): Promise<string> {
  const document = await generateSpecs(app, {
    documentation: documentation(release),
    excludeStaticFile: false,
    defaultValidationErrorResponse: false,
  });
  return JSON.stringify(document);
}

const ASSETS = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
} as const;
const isAsset = (name: string): name is keyof typeof ASSETS => Object.hasOwn(ASSETS, name);

const PAGE = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>督办 · 接口文档</title>
<link rel="icon" href="/api/docs/favicon-32x32.png">
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
</head>
<body>
<div id="document"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</body>
</html>
`;

const START = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#document', deepLinking: true, showExtensions: true });\n`;

/** The page, its script and its style, all from here: nothing is loaded from elsewhere. */
export const docsRoutes = ({ open }: Doors) => {
  const resolve = createRequire(import.meta.url).resolve;
  const asset = { tag, summary: '接口文档页面的文件', media: 'application/octet-stream' };
  return new Hono()
    .get('/', open({ tag, summary: '接口文档页面', media: 'text/html' }), (c) => c.html(PAGE))
    .get('/start.js', open({ ...asset, media: 'text/javascript' }), (c) =>
      c.body(START, 200, { 'content-type': 'text/javascript; charset=utf-8' }),
    )
    .get('/:file', open(asset), async (c) => {
      const name = c.req.param('file');
      if (!isAsset(name)) throw notFound('文件');
      const bytes = await readFile(resolve(`swagger-ui-dist/${name}`));
      return c.body(new Uint8Array(bytes), 200, {
        'content-type': ASSETS[name],
        'cache-control': 'public, max-age=86400',
      });
    });
};

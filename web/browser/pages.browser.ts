/** Every page as each role that lives in it sees it: no fault that axe finds, nothing asked of another host, a picture. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settled } from '../bench/chromium.ts';
import { faults, overflow } from './axe.ts';
import { type Look, type Product, startProduct } from './product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const LOOKS: Readonly<Record<string, Look>> = {
  desktop: { width: 1440, height: 900 },
  'desktop-dark': { width: 1440, height: 900, theme: 'dark' },
  phone: { width: 390, height: 844 },
  'phone-dark': { width: 390, height: 844, theme: 'dark' },
};

const PAGES: readonly { name: string; path: string; as: string | null }[] = [
  { name: 'sign-in', path: '/sign-in', as: null },
  { name: 'overview', path: '/', as: '街道主要领导' },
  { name: 'ranking', path: '/ranking', as: '街道主要领导' },
  { name: 'tasks', path: '/tasks', as: '未保办工作人员1号' },
  { name: 'wordings', path: '/wordings', as: '未保办工作人员1号' },
  { name: 'paste', path: '/paste', as: '未保办工作人员1号' },
  { name: 'verify', path: '/verify', as: '未保办工作人员1号' },
  { name: 'chat', path: '/chat', as: '示例一村联络员' },
  { name: 'admin-calendar', path: '/admin/calendar', as: '系统管理员' },
  { name: 'admin-jobs', path: '/admin/jobs', as: '系统管理员' },
  { name: 'values', path: '/assessment/values', as: '考评员1号' },
  { name: 'orders', path: '/orders', as: '考评员1号' },
  { name: 'order', path: '/orders/2', as: '示例一村联络员' },
  { name: 'inspections', path: '/inspections', as: '考评员1号' },
  { name: 'inspection', path: '/inspections/7', as: '考评员1号' },
  { name: 'schemes', path: '/assessment/schemes', as: '考评员1号' },
  { name: 'bulletins', path: '/bulletins', as: '未保办工作人员1号' },
  { name: 'bulletin', path: '/bulletins/5', as: '街道主要领导' },
  { name: 'practices', path: '/practices', as: '未保办工作人员1号' },
  { name: 'admin-channels', path: '/admin/channels', as: '系统管理员' },
  { name: 'admin-rooms', path: '/admin/rooms', as: '系统管理员' },
  { name: 'admin-burden', path: '/admin/burden', as: '系统管理员' },
  { name: 'own-tasks', path: '/tasks', as: '示例一村联络员' },
];

describe.each(PAGES)('$name', ({ name, path, as }) => {
  test.each(Object.entries(LOOKS))(
    'as %s has no fault that axe finds and stays within its width',
    async (looks, look) => {
      const page = as === null ? await product.open(look) : await product.signIn(as, look);
      const foreign: string[] = [];
      page.on('request', (request) => {
        if (!request.url().startsWith(product.base)) foreign.push(request.url());
      });
      await page.goto(product.base + path);
      await settled(page);
      await product.picture(page, `${name}-${looks}`);
      expect(await faults(page)).toEqual([]);
      expect(foreign).toEqual([]);
      expect(await overflow(page)).toBe(0);
      await page.context().close();
    },
  );
});

import { expect, test } from 'vitest';
import { readConfig } from '../../api/config.ts';
import { gatewayChoices } from './choices.ts';

const kinds = (env: Record<string, string>) => gatewayChoices(readConfig(env)).map(({ kind }) => kind);

test('each gateway that is configured is opened, several at once; the simulator where none is', () => {
  expect(kinds({})).toEqual(['simulator']);
  expect(kinds({ WECOM_BOT_ID: 'bot' })).toEqual(['simulator']);
  expect(
    kinds({
      WECHATY_PUPPET: 'wechaty-puppet-service',
      WECOM_BOT_ID: 'bot',
      WECOM_BOT_SECRET: 'secret',
      WECOM_WEBHOOKS: '工作群=https://x/send?key=a',
    }),
  ).toEqual(['wechaty', 'wecom', 'wecom-webhook']);
});

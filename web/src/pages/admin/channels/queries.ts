import { queryOptions } from '@tanstack/solid-query';
import { answer, server } from '../../../api.ts';

const list = () => answer(server.channels.$get());

/** The state comes from another process by the database: it is asked for every five seconds. */
export const channelsQuery = () =>
  queryOptions({ queryKey: ['chat', 'channels'], queryFn: list, refetchInterval: 5000 });

export type ChannelList = Awaited<ReturnType<typeof list>>;
export type ShownChannel = ChannelList['channels'][number];
export type AsideMessage = ChannelList['aside'][number];
export type Handling = 'resend' | 'drop' | 'arrived';

/** Asks a channel for a sign of life, now. */
export const probeNow = (gateway: ShownChannel['gateway']) =>
  answer(server.channels[':gateway'].probes.$post({ param: { gateway } }));
/** Decides on a message that was set aside. */
export const handle = (id: number, how: Handling) =>
  answer(server.channels.messages[':id'].$post({ param: { id: `${id}` }, json: { how } }));

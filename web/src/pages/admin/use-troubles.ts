import { useQuery } from '@tanstack/solid-query';
import { useMe } from '../../session.ts';
import type { AdminTab } from './admin-tabs.ts';
import { type ChannelList, channelsQuery } from './channels/queries.ts';
import { jobsQuery } from './jobs/queries.ts';

/** A channel that does not run is one that was taken out of the configuration, unless none does. */
function awayIn({ channels, aside }: ChannelList): number {
  const runs = channels.some(({ life }) => life !== 'off');
  return channels.filter(({ life }) => life !== 'online' && !(runs && life === 'off')).length + aside.length;
}

/**
 * What an admin has to look at, said on the tabs wherever in the administration one is: jobs whose last run failed,
 * channels that are away, messages that were set aside.
 */
export function useTroubles(): (tab: AdminTab['key']) => number {
  const me = useMe();
  const jobs = useQuery(() => ({ ...jobsQuery(), enabled: me().can.includes('job.see') }));
  const channels = useQuery(() => ({
    ...channelsQuery(),
    refetchInterval: 60_000,
    enabled: me().can.includes('channel.see'),
  }));
  // The data are only read once they are there: reading earlier would suspend the whole page.
  const failed = (): number =>
    jobs.isSuccess ? jobs.data.jobs.filter(({ runs }) => runs[0]?.outcome === 'failed').length : 0;
  const away = (): number => (channels.isSuccess ? awayIn(channels.data) : 0);
  return (tab) => (tab === 'jobs' ? failed() : tab === 'channels' ? away() : 0);
}

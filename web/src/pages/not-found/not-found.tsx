import { A } from '@solidjs/router';
import type { JSX } from 'solid-js';
import { t } from '../../i18n/language.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Empty } from '../../parts/states/empty.tsx';
import { startOf, useMe } from '../../session.ts';

/** An address that leads nowhere, and the way back. */
export default function NotFound(): JSX.Element {
  const me = useMe();
  return (
    <>
      <PageHead title={t().notFound.title} />
      <Empty title={t().notFound.title} hint={t().notFound.hint}>
        <A href={startOf(me())}>{t().notFound.home}</A>
      </Empty>
    </>
  );
}

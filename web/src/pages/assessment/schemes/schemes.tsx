import type { JSX } from 'solid-js';
import { t } from '../../../i18n/language.ts';
import { PageHead } from '../../../parts/page-head.tsx';

/** The schemes (考核方案) of all years, the newest first. */
export default function Schemes(): JSX.Element {
  return <PageHead title={t().assessment.schemes} />;
}

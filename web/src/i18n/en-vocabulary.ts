/** The closed lists of `db/vocabulary.ts` in English. */
import type { zhVocabulary } from './zh-vocabulary.ts';

export const enVocabulary: typeof zhVocabulary = {
  light: { blue: 'Done', green: 'On track', yellow: 'Due soon', red: 'Overdue' },
  state: {
    open: 'Not started',
    active: 'Under way',
    submitted: 'To verify',
    done: 'Done',
    returned: 'Returned',
  },
  role: {
    liaison: 'Unit liaison',
    office: 'Protection office',
    committee: 'Assessor',
    leader: 'Sub-district leader',
    admin: 'Administrator',
  },
  record: {
    reported: 'Progress reported',
    submitted: 'Submitted as done',
    verified: 'Verified',
    returned: 'Returned',
    extensionAsked: 'Extension asked for',
    extensionGranted: 'Extension granted',
    extensionRefused: 'Extension refused',
    evidenceAttached: 'Evidence attached',
    undone: 'Taken back',
  },
  channel: { web: 'Web', chat: 'Chat', phone: 'Phone page', job: 'Schedule', system: 'System' },
  lineState: {
    scored: 'Scored',
    missing: 'Not reported',
    notDue: 'Not due yet',
    notApplicable: 'Not applicable',
  },
  group: { village: 'Villages', department: 'Departments' },
};

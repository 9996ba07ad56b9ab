import { answer, server } from '../../api.ts';

/** What is claimed in the messages of a pasted text; `unitId`: whose they are where nothing says so. */
export const readPaste = (json: { text: string; unitId: number | null }) =>
  answer(server.paste.preview.$post({ json }));
/** What one message claims, read as a unit's. */
export const readAgain = (json: { name: string; at: string; text: string; unitId: number }) =>
  answer(server.paste.message.$post({ json }));

export type Preview = Awaited<ReturnType<typeof readPaste>>;
export type PreviewRow = Preview['rows'][number];
export type OpenTask = Preview['choices'][number]['tasks'][number];
export type Recorded = Awaited<ReturnType<typeof recordRows>>;

type Confirmed = Parameters<typeof server.paste.$post>[0]['json']['rows'];

/** Records the rows that were confirmed. */
export const recordRows = (rows: Confirmed) => answer(server.paste.$post({ json: { rows } }));
export type ConfirmedRow = Confirmed[number];

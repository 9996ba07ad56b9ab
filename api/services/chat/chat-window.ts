import type { ContactId, RoomId } from '../../../db/vocabulary.ts';

/** A room of the simulated chat, and who is in it. */
export interface WindowRoom {
  id: RoomId;
  members: readonly ContactId[];
}

/** What is typed, or a picture or file that is sent without words. */
export interface Said {
  contactId: ContactId;
  roomId: RoomId | null;
  text: string;
  file?: { name: string; bytes: Uint8Array };
}

/** The chat window (聊天窗口) of the demo: what the simulator lends to those who want to type into it. */
export interface ChatWindow {
  rooms(): Promise<readonly WindowRoom[]>;
  /** Says something as a contact, in a room or in private to the bot. Resolves once it is stored. */
  say(message: Said): Promise<void>;
}

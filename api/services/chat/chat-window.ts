import type { ContactId, RoomId } from '../../../db/vocabulary.ts';

/** A room of the simulated chat, and who is in it. */
export interface WindowRoom {
  id: RoomId;
  members: readonly ContactId[];
}

/** The chat window (聊天窗口) of the demo: what the simulator lends to those who want to type into it. */
export interface ChatWindow {
  rooms(): Promise<readonly WindowRoom[]>;
  /** Says something as a contact, in a room or in private to the bot. Resolves once it is stored. */
  say(message: { contactId: ContactId; roomId: RoomId | null; text: string }): Promise<void>;
}

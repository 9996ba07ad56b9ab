import { Hono } from 'hono';
import { z } from 'zod';
import { notFound } from '../../errors.ts';
import type { ChatWindow } from '../../services/chat/chat-window.ts';
import { chatFile, listMessages } from '../../services/chat/list-messages.ts';
import { listRooms } from '../../services/chat/list-rooms.ts';
import { accepted, chatMessages, chatRooms } from '../answers/chat.ts';
import type { Doors } from '../doors.ts';
import { upload } from '../inputs.ts';
import { sendFile } from '../send-file.ts';
import { id, idInBody, valid } from '../valid.ts';

const room = z.object({ id: id<'room'>() });
const contact = z.object({ id: id<'contact'>() });
const fromMember = upload.extend({ contactId: id<'contact'>() });
const words = z.string().trim().min(1, '请输入内容').max(20_000, '一条消息不超过 20000 字');

const tag = '聊天窗口';
const sent = { tag, summary: '以联系人身份发言', answer: accepted, status: 202 } as const;
const sentFile = { tag, summary: '以联系人身份发图片或文件', answer: accepted, status: 202 } as const;
const talk = { tag, summary: '聊天记录', answer: chatMessages };

/** A picture or file comes without words, as WeChat sends it. */
const wordless = async (file: File) => ({ text: '', file: { name: file.name, bytes: await file.bytes() } });

/** The chat window of the demo (聊天窗口): not there where the chat is real. */
export const chatRoutes = ({ allow, house }: Doors) => {
  const chat = (): ChatWindow => {
    if (house.chat === undefined) throw notFound('聊天窗口');
    return house.chat;
  };
  return new Hono()
    .get('/rooms', allow('chat.try', { tag, summary: '工作群', answer: chatRooms }), async (c) =>
      c.json({ rooms: await listRooms(c.var.ctx, await chat().rooms()) }),
    )
    .get('/rooms/:id/messages', allow('chat.try', talk), valid('param', room), async (c) => {
      chat();
      return c.json({ messages: await listMessages(c.var.ctx, { roomId: c.req.valid('param').id }) });
    })
    .get('/contacts/:id/messages', allow('chat.try', talk), valid('param', contact), async (c) => {
      chat();
      return c.json({ messages: await listMessages(c.var.ctx, { contactId: c.req.valid('param').id }) });
    })
    .get(
      '/files/:hash',
      allow('chat.try', { tag, summary: '聊天里的图片和文件', media: 'application/octet-stream' }),
      valid('param', z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/, '没有这个文件') })),
      async (c) => {
        chat();
        return sendFile(c, await chatFile(c.var.ctx, c.req.valid('param').hash));
      },
    )
    .post(
      '/rooms/:id/messages',
      allow('chat.try', sent),
      valid('param', room),
      valid('json', z.object({ contactId: idInBody<'contact'>(), text: words })),
      async (c) => {
        await chat().say({ roomId: c.req.valid('param').id, ...c.req.valid('json') });
        return c.json({ accepted: true as const }, 202);
      },
    )
    .post(
      '/contacts/:id/messages',
      allow('chat.try', sent),
      valid('param', contact),
      valid('json', z.object({ text: words })),
      async (c) => {
        await chat().say({ contactId: c.req.valid('param').id, roomId: null, ...c.req.valid('json') });
        return c.json({ accepted: true as const }, 202);
      },
    )
    .post(
      '/rooms/:id/files',
      allow('chat.try', sentFile),
      valid('param', room),
      valid('form', fromMember),
      async (c) => {
        const { contactId, file } = c.req.valid('form');
        await chat().say({ contactId, roomId: c.req.valid('param').id, ...(await wordless(file)) });
        return c.json({ accepted: true as const }, 202);
      },
    )
    .post(
      '/contacts/:id/files',
      allow('chat.try', sentFile),
      valid('param', contact),
      valid('form', upload),
      async (c) => {
        const { file } = c.req.valid('form');
        await chat().say({ contactId: c.req.valid('param').id, roomId: null, ...(await wordless(file)) });
        return c.json({ accepted: true as const }, 202);
      },
    );
};

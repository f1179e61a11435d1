import { z } from 'zod';
import { endpoint } from '#access/model';
import { TableFormat } from '#platform/browser/table-format';
import { Delivery, DeliveryState, Notice } from './model.ts';

const tags = ['messages'];
const page = { after: z.string().optional(), limit: z.coerce.number().int().min(1).max(500).default(50) };
const ids = z.object({ ids: z.array(z.uuid()).min(1).max(500) });
const flag = z.enum(['true', 'false']).default('false');

/** Several words in one query parameter: state=failed,waiting. */
const states = z
  .string()
  .default('')
  .transform((text) => text.split(',').filter(Boolean))
  .pipe(z.array(DeliveryState));
const filters = { state: states, q: z.string().max(200).default('') };

export const messages = {
  listNotices: endpoint('signed-in')
    .route({ method: 'GET', path: '/notices', summary: 'My notices, newest first', tags })
    .input(z.object({ unread: flag, ...page }))
    .output(z.object({ items: z.array(Notice), next: z.string().nullable() })),
  exportNotices: endpoint('signed-in')
    .route({ method: 'GET', path: '/notices/export', summary: 'My notices as a file', tags })
    .input(z.object({ unread: flag, format: TableFormat, language: z.enum(['ja', 'en']).default('ja') }))
    .output(z.instanceof(File)),
  countUnread: endpoint('signed-in')
    .route({ method: 'GET', path: '/notices/unread', summary: 'How many notices I have not read', tags })
    .output(z.object({ unread: z.int() })),
  markNotices: endpoint('signed-in')
    .route({ method: 'POST', path: '/notices/mark', summary: 'Mark some of my notices as read or unread', tags })
    .input(ids.extend({ read: z.boolean() })),
  markAllRead: endpoint('signed-in')
    .route({ method: 'POST', path: '/notices/mark-all', summary: 'Mark all my notices as read', tags })
    .output(z.object({ count: z.int(), readAt: z.string() })),
  markUnreadAgain: endpoint('signed-in')
    .route({ method: 'POST', path: '/notices/unmark-all', summary: 'Undo marking all as read', tags })
    .input(z.object({ readAt: z.iso.datetime() }))
    .output(z.object({ count: z.int() })),

  describeMail: endpoint('job:read')
    .route({ method: 'GET', path: '/deliveries/mail', summary: 'Whether mail goes out, and what waits', tags })
    .output(
      z.object({
        server: z.string().nullable(),
        from: z.object({ name: z.string(), address: z.string() }).nullable(),
        waiting: z.int(),
        waitingForSettings: z.int(),
        failed: z.int(),
      }),
    ),
  listDeliveries: endpoint('job:read')
    .route({ method: 'GET', path: '/deliveries', summary: 'What leaves the house, newest first', tags })
    .input(z.object({ ...filters, ...page }))
    .output(z.object({ items: z.array(Delivery), next: z.string().nullable() })),
  exportDeliveries: endpoint('job:read')
    .route({ method: 'GET', path: '/deliveries/export', summary: 'The filtered deliveries as a file', tags })
    .input(z.object({ ...filters, format: TableFormat, language: z.enum(['ja', 'en']).default('ja') }))
    .output(z.instanceof(File)),
  retryDeliveries: endpoint('job:write')
    .route({ method: 'POST', path: '/deliveries/retry', summary: 'Send again what was not sent', tags })
    .input(ids)
    .output(z.object({ ids: z.array(z.uuid()) })),
  cancelDeliveries: endpoint('job:write')
    .route({ method: 'POST', path: '/deliveries/cancel', summary: 'Do not send what has not been sent', tags })
    .input(ids)
    .output(z.object({ ids: z.array(z.uuid()) })),
  sendTestMail: endpoint('job:write').route({
    method: 'POST',
    path: '/deliveries/test',
    summary: 'Mail me, to see whether mail arrives',
    tags,
  }),
};

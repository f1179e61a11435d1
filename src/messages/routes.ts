import type { Tools } from '#access';
import { exportInLine } from '#platform/export-line';
import { routesOf } from '#platform/http/api';
import { messages } from './contract.ts';
import { describeMail } from './describe-mail.ts';
import { exportDeliveries } from './export-deliveries.ts';
import { exportNotices } from './export-notices.ts';
import { listDeliveries } from './list-deliveries.ts';
import { countUnread, listNotices } from './list-notices.ts';
import { markAllRead, markNotices, markUnreadAgain } from './mark-notices.ts';
import { cancelDeliveries, retryDeliveries } from './retry-deliveries.ts';
import { sendTestMail } from './send-test-mail.ts';

export const routes = routesOf<Tools>()(messages, {
  listNotices: (tools, { unread, ...page }) => listNotices(tools, { unread: unread === 'true', ...page }),
  exportNotices: (tools, { unread, ...input }) =>
    exportInLine(() => exportNotices(tools, { unread: unread === 'true', ...input })),
  countUnread: (tools) => countUnread(tools),
  markNotices: (tools, input) => markNotices(tools, input),
  markAllRead: (tools) => markAllRead(tools),
  markUnreadAgain: (tools, input) => markUnreadAgain(tools, input),
  describeMail: (tools) => describeMail(tools),
  listDeliveries: (tools, input) => listDeliveries(tools, input),
  exportDeliveries: (tools, input) => exportInLine(() => exportDeliveries(tools, input)),
  retryDeliveries: (tools, input) => retryDeliveries(tools, input),
  cancelDeliveries: (tools, input) => cancelDeliveries(tools, input),
  sendTestMail: (tools) => sendTestMail(tools),
});

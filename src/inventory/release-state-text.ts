import { texts } from '#platform/browser/texts';

/** The words for where a release stands between its development and its end. */
export const releaseStateText = texts(
  {
    'in-development': 'In development',
    shipped: 'Shipped',
    'shipment-stopped': 'Shipment stopped',
    supported: 'Supported',
    ended: 'Ended',
  },
  {
    'in-development': '開発中',
    shipped: '出荷済み',
    'shipment-stopped': '出荷停止中',
    supported: 'サポート中',
    ended: '終了',
  },
);

import type { Tools } from '#access';
import type { Measure } from '#platform/metrics';
import { DeliveryState } from './model.ts';
import { countDeliveries } from './store/delivery.ts';

export const measures: Measure<Tools>[] = [
  {
    name: 'mamori_mail_deliveries',
    help: 'Mails by state; what waits for settings or has failed asks for somebody',
    labels: ['state'],
    async read({ db, viewer }) {
      const counts = await countDeliveries(db, viewer, [...DeliveryState.options]);
      return DeliveryState.options.map((state) => ({ labels: { state }, value: counts.get(state) ?? 0 }));
    },
  },
];

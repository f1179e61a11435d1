import type { ReactNode } from 'react';
import { Chip, type Tone } from '#kit/Chip';
import type { IconName } from '#kit/Icon';
import { type Column, Lines, None } from '#kit/Table';
import { Time } from '#kit/Time';
import { useText } from '#platform/browser/language';
import type { Delivery, DeliveryState } from '../model.ts';
import { text as shared } from '../text.ts';
import { text } from './text.ts';

const looks: Record<DeliveryState, { tone: Tone; icon?: IconName; dashed?: boolean }> = {
  waiting: { tone: 'plain', dashed: true },
  'waiting-for-settings': { tone: 'medium', icon: 'settings', dashed: true },
  sending: { tone: 'plain', icon: 'mail' },
  sent: { tone: 'ok', icon: 'check' },
  failed: { tone: 'alert', icon: 'warning' },
  cancelled: { tone: 'quiet', icon: 'close' },
};

/** What a list of deliveries shows of each. */
export function useDeliveryColumns(): Column<Delivery>[] {
  const { deliveries, states } = useText(shared);
  const { mail } = useText(text);
  return [
    { key: 'subject', title: deliveries.subject, phone: 'title', cell: ({ subject }) => subject },
    {
      key: 'receiver',
      title: deliveries.receiver,
      cell: ({ receiverName, address }) =>
        receiverName ? <Lines main={receiverName} sub={address} /> : <span>{address}</span>,
    },
    {
      key: 'state',
      title: deliveries.state,
      phone: 'main',
      cell: (delivery) => (
        <Lines main={<StateChip state={delivery.state}>{states[delivery.state]}</StateChip>} sub={delivery.lastError} />
      ),
    },
    { key: 'attempts', title: deliveries.attempts, number: true, cell: ({ attempts }) => attempts },
    { key: 'createdAt', title: deliveries.createdAt, cell: ({ createdAt }) => <Time at={createdAt} /> },
    {
      key: 'finishedAt',
      title: deliveries.finishedAt,
      cell: ({ state, dueAt, finishedAt }) => {
        if (finishedAt) return <Time at={finishedAt} />;
        return state === 'waiting' ? <Lines main={<Time at={dueAt} />} sub={mail.next} /> : <None />;
      },
    },
  ];
}

function StateChip(props: { state: DeliveryState; children: ReactNode }): ReactNode {
  return <Chip {...looks[props.state]}>{props.children}</Chip>;
}

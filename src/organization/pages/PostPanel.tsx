import { type ReactNode, useState } from 'react';
import { roles } from '#access/model';
import { Button } from '#kit/Button';
import { EvidencePanel, EvidenceSection } from '#kit/Evidence';
import { FactList } from '#kit/Facts';
import { FormActions } from '#kit/Field';
import { MoreMenu } from '#kit/MoreMenu';
import { Lines } from '#kit/Table';
import { formatDay, todayInJapan } from '#platform/browser/calendar';
import { useLanguage, useText } from '#platform/browser/language';
import { useMay } from '#platform/browser/person';
import type { Holding, HoldingKind, Post } from '../model.ts';
import { AssignDialog } from './AssignDialog.tsx';
import { ActingCell, HoldingCell } from './PersonName.tsx';
import { PostDialog } from './PostDialog.tsx';
import { api } from './queries.ts';
import { text } from './text.ts';
import { useChange } from './use-change.ts';

/** One post beside the tree: what it has to do, who holds it and since when, who acts and why. */
export function PostPanel(props: { post: Post; onClose: () => void }): ReactNode {
  const words = useText(text);
  const { language } = useLanguage();
  const mayWrite = useMay('organization:write');
  const { post, onClose } = props;
  const [asked, setAsked] = useState<HoldingKind | 'words' | null>(null);
  const removing = useChange({
    run: (input: { id: string }) => api.removePost(input),
    said: () => words.removed(post.name),
    undo:
      (_, { id }) =>
      () =>
        api.restorePost({ id }),
    done: onClose,
  });
  const name = `${post.division.name} ${post.name}`;
  const why = post.acting.person === null ? words.because.nobody : words.because[post.acting.because];
  const done = () => setAsked(null);
  return (
    <EvidencePanel
      label={name}
      title={post.name}
      onClose={onClose}
      action={
        mayWrite ? (
          <MoreMenu
            label={words.actionsOf(name)}
            items={[
              { label: words.changePost, icon: 'edit', run: () => setAsked('words') },
              { label: words.removePost, icon: 'close', run: () => removing.mutate({ id: post.id }) },
            ]}
          />
        ) : null
      }
    >
      <EvidenceSection title={words.post.facts}>
        <FactList
          facts={[
            [words.post.division, post.division.name],
            post.duties ? [words.duties, post.duties] : null,
            post.role ? [words.post.role, roles[post.role][language]] : null,
          ]}
        />
      </EvidenceSection>
      <EvidenceSection title={words.post.who}>
        <FactList
          facts={[
            [words.post.holder, <Held key="holder" holding={post.holder} needed />],
            [words.post.deputy, <Held key="deputy" holding={post.deputy} />],
            [words.post.acting, <Lines key="acting" main={<ActingCell acting={post.acting} />} sub={why} />],
          ]}
        />
        {mayWrite ? (
          <FormActions>
            <Button weight="main" onClick={() => setAsked('holder')}>
              {words.assign.holder}
            </Button>
            <Button onClick={() => setAsked('deputy')}>{words.assign.deputy}</Button>
          </FormActions>
        ) : null}
      </EvidenceSection>
      {asked === 'words' ? (
        <PostDialog post={post} divisionId={post.division.id} onClose={done} />
      ) : asked ? (
        <AssignDialog post={post} kind={asked} onClose={done} />
      ) : null}
    </EvidencePanel>
  );
}

function Held(props: { holding: Holding | null; needed?: boolean }): ReactNode {
  const words = useText(text).post;
  const { language } = useLanguage();
  const { holding } = props;
  const said = (day: Temporal.PlainDate) => formatDay(day, language, todayInJapan(Temporal.Now.instant()));
  const parts = holding
    ? [
        words.since(said(Temporal.PlainDate.from(holding.fromOn))),
        holding.untilOn ? words.until(said(Temporal.PlainDate.from(holding.untilOn).subtract({ days: 1 }))) : '',
        holding.reason,
      ].filter(Boolean)
    : [];
  return <Lines main={<HoldingCell holding={holding} needed={props.needed ?? false} />} sub={parts.join(' · ')} />;
}

import type { ReactNode } from 'react';
import { Panel } from '#kit/Panel';
import { Problem } from '#kit/Problem';
import { problemOf } from '#platform/browser/client';
import { useText } from '#platform/browser/language';
import type { Move, HandOverPreview as Preview } from '../model.ts';
import classes from './HandOverPreview.module.css';
import { text } from './text.ts';
import { useReason } from './use-change.ts';

/** What a hand-over will change, before it is made: how much, for whom, and what to look at. */
export function HandOverPreview(props: {
  moves: Move[];
  fromPersonId: string;
  preview: Preview | undefined;
  thrown: unknown;
  isLoading: boolean;
}): ReactNode {
  const { handOver: words, refused } = useText(text);
  const reason = useReason();
  const { moves, preview, thrown } = props;
  if (thrown) return <Problem what={reason(thrown)} id={problemOf(thrown)?.requestId} />;
  if (moves.length === 0) return <p className={classes.line}>{words.choose}</p>;
  if (!preview) return <p className={classes.line}>{props.isLoading ? words.checking : null}</p>;
  if (preview.obstacles.length > 0)
    return preview.obstacles.map(({ postId, kind, obstacle, postName }) => (
      <Problem key={`${postId} ${kind} ${obstacle}`} what={`${postName}：${refused[obstacle]}`} />
    ));

  const told = new Set(preview.steps.flatMap(({ from, to }) => [from?.id, to?.id].filter((id) => id !== undefined)));
  const posts = new Set(preview.steps.map(({ post }) => post.id));
  const vacant = preview.steps.filter(({ kind, to }) => kind === 'holder' && to === null).length;
  const absent = new Set(preview.steps.flatMap(({ to, toIsAbsent }) => (to && toIsAbsent ? [to.name] : [])));
  const promoted = preview.steps.filter(
    ({ kind, from, to }) => kind === 'deputy' && to === null && from && from.id !== props.fromPersonId,
  );
  return (
    <Panel padded>
      <p className={classes.summary}>{words.summary(posts.size, told.size)}</p>
      <ul className={classes.list}>
        {vacant > 0 ? <li className={classes.alert}>{words.vacantAfter(vacant)}</li> : null}
        {[...absent].map((name) => (
          <li key={name}>{words.absent(name)}</li>
        ))}
        {promoted.map(({ post, from }) => (
          <li key={post.id}>{words.promoted(from?.name ?? '', `${post.divisionName} ${post.name}`)}</li>
        ))}
      </ul>
    </Panel>
  );
}

import { type ReactNode, useState } from 'react';
import { Role, roles } from '#access/model';
import { Button } from '#kit/Button';
import { Dialog } from '#kit/Dialog';
import { Fields, SelectField, TextArea, TextField } from '#kit/Field';
import { useLanguage, useText } from '#platform/browser/language';
import type { Post } from '../model.ts';
import { api } from './queries.ts';
import { text } from './text.ts';
import { useChange, useReason } from './use-change.ts';

type Words = { name: string; duties: string; role: Role | null };

/** Adds a post to a division, or changes the words of the one that is given. */
export function PostDialog(props: { post: Post | null; divisionId: string; onClose: () => void }): ReactNode {
  const words = useText(text);
  const { language } = useLanguage();
  const reason = useReason();
  const { post, divisionId, onClose } = props;
  const before: Words = { name: post?.name ?? '', duties: post?.duties ?? '', role: post?.role ?? null };
  const [input, setInput] = useState(before);
  const creating = useChange({
    run: (draft: Words) => api.createPost({ divisionId, ...draft }),
    said: (_, draft) => words.created(draft.name),
    undo:
      ({ id }) =>
      () =>
        api.removePost({ id }),
    done: onClose,
    refused: 'form',
  });
  const changing = useChange({
    run: (draft: Words & { id: string }) => api.changePost(draft),
    said: (_, draft) => words.saved(draft.name),
    undo:
      (_, { id }) =>
      () =>
        api.changePost({ id, ...before }),
    done: onClose,
    refused: 'form',
  });
  const saving = post ? changing : creating;
  return (
    <Dialog
      title={post ? words.changePost : words.createPost}
      opened
      onClose={onClose}
      actions={
        <>
          <Button weight="main" type="submit" form="post" busy={saving.isPending}>
            {post ? words.save : words.createPost}
          </Button>
          <Button onClick={onClose}>{words.cancel}</Button>
        </>
      }
    >
      <form
        id="post"
        onSubmit={(event) => {
          event.preventDefault();
          if (post) changing.mutate({ id: post.id, ...input });
          else creating.mutate(input);
        }}
      >
        <Fields>
          <TextField
            name="post-name"
            label={words.postName}
            hint={words.postHint}
            value={input.name}
            onChange={(event) => setInput({ ...input, name: event.currentTarget.value })}
            required
            maxLength={200}
            data-autofocus
            error={saving.error ? reason(saving.error) : undefined}
          />
          <TextArea
            name="post-duties"
            label={words.duties}
            optional
            value={input.duties}
            onChange={(event) => setInput({ ...input, duties: event.currentTarget.value })}
            maxLength={4000}
          />
          <SelectField
            name="post-role"
            label={words.role}
            value={input.role ?? ''}
            onChange={(event) => {
              const role = Role.safeParse(event.currentTarget.value);
              setInput({ ...input, role: role.success ? role.data : null });
            }}
            options={[
              { value: '', label: words.noRole },
              ...Role.options.map((role) => ({ value: role, label: roles[role][language] })),
            ]}
          />
        </Fields>
      </form>
    </Dialog>
  );
}

import { texts } from '#platform/browser/texts';

/** The words that are told and exported; the pages have more in pages/text.ts. */
export const text = texts(
  {
    told: {
      holder: 'holder',
      deputy: 'deputy',
      post: (name: string, kind: string) => `${name} (${kind})`,
      planned: (day: string) => `Your posts change on ${day}`,
      changed: (day: string) => `Your posts have changed from ${day} on`,
      gained: (posts: string[]) => `You take over:\n${posts.map((post) => `- ${post}`).join('\n')}`,
      lost: (posts: string[]) => `You hand over:\n${posts.map((post) => `- ${post}`).join('\n')}`,
      undoneTitle: 'A hand-over of posts was undone',
      undoneBody: (posts: string[]) =>
        `These posts are again as they were before:\n${posts.map((post) => `- ${post}`).join('\n')}`,
    },
    posts: {
      file: 'organization',
      division: 'Division',
      post: 'Post',
      duties: 'Duties',
      role: 'Role',
      holder: 'Holder',
      holderMail: 'Mail of the holder',
      holderFrom: 'Holder from',
      deputy: 'Deputy',
      deputyMail: 'Mail of the deputy',
      deputyFrom: 'Deputy from',
      absence: 'Absence of the holder',
    },
    absences: { leave: 'On leave', away: 'Away' },
  },
  {
    told: {
      holder: '主担当',
      deputy: '副担当',
      post: (name, kind) => `${name}（${kind}）`,
      planned: (day) => `${day}から、あなたの担当が変わります`,
      changed: (day) => `${day}から、あなたの担当が変わりました`,
      gained: (posts) => `引き継ぐ担当：\n${posts.map((post) => `・${post}`).join('\n')}`,
      lost: (posts) => `ほかの人に渡る担当：\n${posts.map((post) => `・${post}`).join('\n')}`,
      undoneTitle: '担当の引き継ぎが元に戻されました',
      undoneBody: (posts) => `次の担当は、引き継ぎの前に戻りました：\n${posts.map((post) => `・${post}`).join('\n')}`,
    },
    posts: {
      file: '組織',
      division: '部門',
      post: '担当',
      duties: '担当の内容',
      role: '役割',
      holder: '主担当',
      holderMail: '主担当のメール',
      holderFrom: '主担当の開始日',
      deputy: '副担当',
      deputyMail: '副担当のメール',
      deputyFrom: '副担当の開始日',
      absence: '主担当の不在',
    },
    absences: { leave: '休職中', away: '不在' },
  },
);

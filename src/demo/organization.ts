import { addPerson, findPeopleByName, type Role, type Tools } from '#access';
import { createDivision, createPost, handOver, listDivisions, listPosts, recordAbsence } from '#organization';
import { todayInJapan } from '#platform/browser/calendar';

type DemoPerson = {
  name: string;
  email: string;
  role: Role;
  /** The division that the role is limited to; absent: the whole company. */
  division?: string;
  locale?: 'ja' | 'en';
};

type DemoPost = {
  division: string;
  name: string;
  duties: string;
  role: Role | null;
  /** Mail names before the @; null: nobody holds it. */
  holder: string | null;
  deputy?: string;
};

const MAIL = 'mihari.example.jp';

/** The divisions of みはり電機 in their order; the first five make or sell products. */
export const divisions = [
  'カメラ事業部',
  'ネットワーク事業部',
  '産業機器事業部',
  'クラウドサービス部',
  'OEM営業部',
  '製品セキュリティ室',
  '品質保証部',
  '本社',
] as const;

/** Everybody who can sign in to the demonstration; mail names are before the @. */
export const people: readonly DemoPerson[] = [
  { name: '石井 徹', email: 'ishii', role: 'administrator' },
  { name: '佐藤 美咲', email: 'sato', role: 'analyst' },
  { name: '高橋 健', email: 'takahashi', role: 'analyst' },
  { name: '岡本 由紀', email: 'okamoto', role: 'responsible' },
  { name: '谷口 恵一', email: 'taniguchi', role: 'manager', division: 'カメラ事業部' },
  { name: '大谷 誠', email: 'otani', role: 'executive' },
  { name: '西村 亮', email: 'nishimura', role: 'quality' },
  { name: '小野 真理', email: 'ono', role: 'contact', division: 'カメラ事業部' },
  { name: '松本 葵', email: 'matsumoto', role: 'contact', division: 'カメラ事業部' },
  { name: '藤井 拓', email: 'fujii', role: 'contact', division: 'ネットワーク事業部' },
  { name: '森田 涼', email: 'morita', role: 'contact', division: '産業機器事業部' },
  { name: '長谷川 翔', email: 'hasegawa', role: 'contact', division: 'クラウドサービス部' },
  { name: '黒田 修', email: 'kuroda', role: 'contact', division: 'OEM営業部' },
  { name: '中村 大輝', email: 'nakamura', role: 'developer' },
  { name: '森 千尋', email: 'mori', role: 'reader' },
  { name: '三浦 恵', email: 'miura', role: 'reader' },
];

const contact = (division: string, holder: string, duties: string, deputy?: string): DemoPost => ({
  division,
  name: '事業部窓口',
  duties,
  role: 'contact',
  holder,
  ...(deputy ? { deputy } : {}),
});

/** The posts and who holds them; 小野 is on leave, so 松本 acts. Nobody holds 部品表の管理. */
export const posts: readonly DemoPost[] = [
  contact('カメラ事業部', 'ono', '家庭用カメラの該当調査に答え、修正版の予定を決めます。', 'matsumoto'),
  contact('ネットワーク事業部', 'fujii', 'ルーターと中継機の該当調査に答え、修正版の予定を決めます。'),
  contact('産業機器事業部', 'morita', '産業用ゲートウェイの該当調査に答えます。'),
  {
    division: '産業機器事業部',
    name: '部品表の管理',
    duties: '出荷ごとの部品表を集めます。',
    role: null,
    holder: null,
  },
  contact('クラウドサービス部', 'hasegawa', '中継サービスとアプリの該当調査に答えます。'),
  contact('OEM営業部', 'kuroda', '供給先のブランドの該当調査に答えます。'),
  {
    division: '製品セキュリティ室',
    name: 'PSIRT担当',
    duties: '報告を受け付け、案件を進めます。',
    role: 'analyst',
    holder: 'sato',
    deputy: 'takahashi',
  },
  {
    division: '製品セキュリティ室',
    name: '脆弱性対応責任者',
    duties: '対応の方針と公表を決めます。',
    role: 'responsible',
    holder: 'okamoto',
    deputy: 'sato',
  },
  {
    division: '品質保証部',
    name: 'リリース判定',
    duties: '修正版と市場措置に署名します。',
    role: 'quality',
    holder: 'nishimura',
  },
  { division: '本社', name: '法務の確認', duties: '契約と表示を確かめます。', role: null, holder: 'mori' },
  { division: '本社', name: '広報', duties: '公表文を整え、報道に答えます。', role: null, holder: 'miura' },
];

const HELD_SINCE = '2025-04-01';
const ON_LEAVE_FOR_DAYS = 54;

/**
 * Loads divisions, people with their accounts, posts and holders of みはり電機 through the use cases; again: changes nothing.
 * @param password  with which everybody signs in
 * @param today  from which the leave of one of them is counted back
 * @returns the accounts, and the ids of the divisions and posts by their name ("カメラ事業部 事業部窓口"), of people by
 *   their mail name
 */
export async function loadOrganization(tools: Tools, password: string, today = todayInJapan(tools.now())) {
  const divisionIds = await loadDivisions(tools);
  const personIds = await loadPeople(tools, divisionIds, password);
  const { postIds, created } = await loadPosts(tools, divisionIds);
  // Whoever has changed the holders since keeps their change.
  const moves = posts
    .filter((post) => created.has(keyOf(post)))
    .flatMap((post) => {
      const postId = postIds.get(keyOf(post)) ?? '';
      const to = (kind: 'holder' | 'deputy', mail: string | null | undefined) =>
        mail ? [{ postId, kind, toPersonId: personIds.get(mail) ?? null }] : [];
      return [...to('holder', post.holder), ...to('deputy', post.deputy)];
    });
  if (moves.length > 0) {
    await handOver(tools, { moves, effectiveOn: HELD_SINCE, reason: '' });
    await sendOnLeave(tools, personIds.get('ono') ?? '', today);
  }
  return {
    accounts: people.map(({ name, email, role }) => ({ name, email: `${email}@${MAIL}`, role })),
    divisionIds,
    postIds,
    personIds,
  };
}

async function loadDivisions(tools: Tools): Promise<Map<string, string>> {
  const idByName = new Map((await listDivisions(tools)).items.map(({ id, name }) => [name, id]));
  for (const name of divisions) if (!idByName.has(name)) idByName.set(name, (await createDivision(tools, { name })).id);
  return idByName;
}

async function loadPeople(
  tools: Tools,
  divisionIds: Map<string, string>,
  password: string,
): Promise<Map<string, string>> {
  const known = await findPeopleByName(tools.db, `@${MAIL}`, 500);
  const idByMail = new Map(known.map(({ email, id }) => [email.replace(`@${MAIL}`, ''), id]));
  for (const { name, email, role, division, locale = 'ja' } of people) {
    if (idByMail.has(email)) continue;
    const divisionId = division ? (divisionIds.get(division) ?? null) : null;
    const grants = [{ role, divisionId }];
    idByMail.set(email, await addPerson(tools, { name, email: `${email}@${MAIL}`, locale, password, grants }));
  }
  return idByMail;
}

const keyOf = ({ division, name }: DemoPost) => `${division} ${name}`;

async function loadPosts(tools: Tools, divisionIds: Map<string, string>) {
  const { items } = await listPosts(tools, {}, { limit: 500 });
  const postIds = new Map(items.map(({ id, name, division }) => [`${division.name} ${name}`, id]));
  const created = new Set<string>();
  for (const post of posts) {
    const key = keyOf(post);
    if (postIds.has(key)) continue;
    const { name, duties, role } = post;
    const divisionId = divisionIds.get(post.division) ?? '';
    postIds.set(key, (await createPost(tools, { divisionId, name, duties, role })).id);
    created.add(key);
  }
  return { postIds, created };
}

async function sendOnLeave(tools: Tools, personId: string, today: Temporal.PlainDate): Promise<void> {
  const fromOn = today.subtract({ days: ON_LEAVE_FOR_DAYS }).toString();
  await recordAbsence(tools, { personId, kind: 'leave', fromOn, untilOn: null });
}

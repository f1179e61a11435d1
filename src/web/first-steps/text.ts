import { countText } from '#platform/browser/numbers';
import { texts } from '#platform/browser/texts';

const noun = (count: number, one: string, many: string) => `${countText(count)} ${count === 1 ? one : many}`;

/** The words of the first steps. */
export const text = texts(
  {
    title: 'First steps',
    answer: (done: number, all: number) =>
      `${all} steps lead to the first match result. ${done === 0 ? 'None is done yet.' : `${done} done so far.`}`,
    complete: 'All steps are done. What needs you from now on stands on Today.',
    toToday: 'Go to Today',
    list: 'Steps',
    later: 'Later',
    laterOf: (name: string) => `Later: ${name}`,
    takeUp: 'Do it now after all',
    takeUpOf: (name: string) => `Do it now after all: ${name}`,
    putOff: (name: string) => `“${name}” can wait`,
    states: { done: 'Done', 'put-off': 'Put off', open: 'Open' },
    failed: 'This could not be kept. Nothing was changed; try again in a moment.',
    samples: 'Sample files to try it with:',
    steps: {
      divisions: 'Divisions',
      products: 'Products',
      contents: 'First bill of materials',
      records: 'Vulnerability records',
      match: 'First match result',
    },
    why: {
      divisions: 'They say who answers for which model, so that each question finds its people.',
      products: 'Mamori watches over what stands here. The list that you have in Excel is enough.',
      contents:
        'What is inside a release is what vulnerabilities are matched with. A file or a few parts by hand will do.',
      records: 'Records of CVE, NVD or JVN iPedia say which versions of which parts are affected.',
      match: 'Mamori compares both by itself, and shows for each result why.',
    },
    standing: {
      divisions: (count: number) => noun(count, 'division', 'divisions'),
      products: (count: number) => noun(count, 'model', 'models'),
      contents: (count: number) => `${noun(count, 'release', 'releases')} with known parts`,
      records: (count: number) => noun(count, 'record', 'records'),
    },
    go: {
      divisions: 'Enter divisions',
      products: 'Import products',
      one: 'Enter one by hand',
      release: (model: string) => `Make a release of ${model}`,
      sbom: (release: string) => `Bring in the parts of ${release}`,
      hand: 'Enter parts by hand',
      records: 'Bring in records',
      match: 'Show why',
      unidentified: 'Identify the parts',
      release_: 'Show the release',
    },
    sample: {
      xlsx: 'Products (Excel)',
      csv: 'Products (CSV)',
      cyclonedx: 'Bill of materials (CycloneDX)',
      parts: 'Parts list (Excel)',
      record: 'One record (NVD)',
    },
    noModel: 'A bill of materials belongs to a release of a model. Enter a product first.',
    match: {
      applies: (what: string, where: string) => `${what} applies to ${where}.`,
      'may-apply': (what: string, where: string) => `${what} may apply to ${where}. The evidence says what is missing.`,
      other: (what: string, where: string) => `${what} touches ${where}. The evidence says how.`,
    },
    place: (release: string, component: string | null) => (component ? `${component} in ${release}` : release),
    obstacles: {
      'no-parts': 'There is no match yet, because the parts of no release are known.',
      'no-records': 'There is no match yet, because no vulnerability records have been brought in.',
      'all-unidentified': (components: number) =>
        `There is no match yet, because none of the ${noun(components, 'part', 'parts')} has an identity (purl or CPE). Identified parts are matched at once.`,
      'nothing-applies': (parts: string, records_: number) =>
        `Nothing applies so far. Looked at: ${parts}, ${noun(records_, 'record', 'records')}. More records may change that.`,
    },
    looked: (release: string, components: number, unidentified: number) =>
      `${release} with ${noun(components, 'part', 'parts')}${unidentified > 0 ? ` (${countText(unidentified)} without identity)` : ''}`,
    strip: {
      label: 'First steps',
      open: (name: string) => `Next of the first steps: ${name}`,
      under: (name: string) => `First steps: ${name}`,
      done: (name: string, next: string | null) =>
        next ? `“${name}” is done. Next: ${next}` : `“${name}” is done. All steps are done.`,
      go: 'Continue',
      back: 'Back to the steps',
      close: 'Leave the first steps',
    },
  },
  {
    title: 'はじめに',
    answer: (done, all) =>
      `${all}つの手順で、最初の照合結果まで進みます。${done === 0 ? 'まだどれも済んでいません。' : `いま${done}つ済んでいます。`}`,
    complete: 'すべての手順が済みました。これからの対応は「本日の対応」に出ます。',
    toToday: '本日の対応へ移動する',
    list: '手順',
    later: 'あとで',
    laterOf: (name) => `${name}：あとで`,
    takeUp: 'いま進める',
    takeUpOf: (name) => `${name}：いま進める`,
    putOff: (name) => `「${name}」をあとにしました`,
    states: { done: '済み', 'put-off': 'あとで', open: 'これから' },
    failed: '保存できませんでした。何も変わっていません。少し待ってから、もう一度試してください。',
    samples: '試すための見本ファイル：',
    steps: {
      divisions: '部門',
      products: '製品',
      contents: '最初の部品表',
      records: '脆弱性情報',
      match: '最初の照合結果',
    },
    why: {
      divisions: '機種ごとに、どの部門が答えるかを決めておくためです。',
      products: 'ここに登録した製品を見守ります。手元のExcelの一覧から始められます。',
      contents:
        'リリースに含まれる部品が分かると、脆弱性情報と照合できます。ファイルがなければ、手入力でもかまいません。',
      records: 'CVE、NVD、JVN iPediaなどの記録に、どの部品のどの版が該当するかが書かれています。',
      match: '部品表と脆弱性情報は自動で照合されます。結果ごとに根拠を確かめられます。',
    },
    standing: {
      divisions: (count) => `${countText(count)}部門を登録済み`,
      products: (count) => `${countText(count)}機種を登録済み`,
      contents: (count) => `${countText(count)}リリースの部品を登録済み`,
      records: (count) => `${countText(count)}件を取り込み済み`,
    },
    go: {
      divisions: '部門を登録する',
      products: '製品を取り込む',
      one: '1つずつ登録する',
      release: (model) => `${model}のリリースを登録する`,
      sbom: (release) => `${release}の部品表を取り込む`,
      hand: '部品を手で入力する',
      records: '脆弱性情報を取り込む',
      match: '根拠を見る',
      unidentified: '部品の身元を特定する',
      release_: 'リリースを見る',
    },
    sample: {
      xlsx: '製品（Excel）',
      csv: '製品（CSV）',
      cyclonedx: '部品表（CycloneDX）',
      parts: '部品表（Excel）',
      record: '脆弱性情報1件（NVD）',
    },
    noModel: '部品表は、機種のリリースごとに取り込みます。先に製品を登録してください。',
    match: {
      applies: (what, where) => `${what}が、${where}に該当しました。`,
      'may-apply': (what, where) =>
        `${what}は、${where}に該当するか確認が必要です。足りない情報は根拠に書かれています。`,
      other: (what, where) => `${what}が、${where}に関わります。くわしくは根拠を見てください。`,
    },
    place: (release, component) => (component ? `${release}の${component}` : release),
    obstacles: {
      'no-parts': 'まだ照合していません。部品の分かるリリースがないためです。',
      'no-records': 'まだ照合していません。脆弱性情報を取り込んでいないためです。',
      'all-unidentified': (components) =>
        `まだ照合できません。部品${countText(components)}件の身元（purlかCPE）がどれも分からないためです。特定すると、すぐに照合されます。`,
      'nothing-applies': (parts, records_) =>
        `いまのところ該当はありません。確かめたのは、${parts}と、脆弱性情報${countText(records_)}件です。記録を増やすと変わることがあります。`,
    },
    looked: (release, components, unidentified) =>
      `${release}の部品${countText(components)}件${unidentified > 0 ? `（身元の分からない部品${countText(unidentified)}件）` : ''}`,
    strip: {
      label: 'はじめの手順',
      open: (name) => `はじめの手順の続き：${name}`,
      under: (name) => `はじめの手順：${name}`,
      done: (name, next) =>
        next
          ? `「${name}」が済みました。次は「${next}」です。`
          : `「${name}」が済みました。すべての手順が終わりました。`,
      go: '続ける',
      back: '手順に戻る',
      close: 'はじめの手順を閉じる',
    },
  },
);

// The parts of a package that do not depend on its rows. Source: ISO 29500-1 (SpreadsheetML, DrawingML themes), 29500-2 (packages).

import { escapeText } from './escapes.ts';

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument';

/** Style numbers of cells, in the order of `cellXfs` below. */
export const STYLE = { general: 0, header: 1, text: 2, day: 3, instant: 4 } as const;

/** Everything but the sheets themselves, by name. */
export function packageParts(sheetNames: readonly string[]): Record<string, string> {
  const numbers = sheetNames.map((_, index) => index + 1);
  return {
    '[Content_Types].xml': contentTypes(numbers),
    '_rels/.rels': relationships([[1, 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbook(sheetNames),
    'xl/_rels/workbook.xml.rels': relationships([
      ...numbers.map((number): [number, string, string] => [number, 'worksheet', `worksheets/sheet${number}.xml`]),
      [numbers.length + 1, 'theme', 'theme/theme1.xml'],
      [numbers.length + 2, 'styles', 'styles.xml'],
    ]),
    'xl/theme/theme1.xml': theme,
    'xl/styles.xml': styles,
  };
}

function contentTypes(numbers: number[]): string {
  const overrides = [
    ['/xl/workbook.xml', `${TYPE}.spreadsheetml.sheet.main+xml`],
    ...numbers.map((number) => [`/xl/worksheets/sheet${number}.xml`, `${TYPE}.spreadsheetml.worksheet+xml`]),
    ['/xl/theme/theme1.xml', `${TYPE}.theme+xml`],
    ['/xl/styles.xml', `${TYPE}.spreadsheetml.styles+xml`],
  ].map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`);
  const rels = 'application/vnd.openxmlformats-package.relationships+xml';
  return `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="${rels}"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}

function relationships(targets: [number: number, type: string, target: string][]): string {
  const lines = targets.map(
    ([number, type, target]) => `<Relationship Id="rId${number}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${lines.join('')}</Relationships>`;
}

function workbook(sheetNames: readonly string[]): string {
  const sheets = sheetNames.map(
    (name, index) => `<sheet name="${escapeText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets>${sheets.join('')}</sheets></workbook>`;
}

// The minor font of the theme is what Excel takes for cells: Yu Gothic where it exists, else the system's Japanese font.
const font = (weight: string) =>
  `<font>${weight}<sz val="11"/><color theme="1"/><name val="Yu Gothic"/><family val="2"/><charset val="128"/><scheme val="minor"/></font>`;
const fill = (pattern: string) => `<fill>${pattern}</fill>`;
const cell = (format: number, extra: string) =>
  `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0"${extra}`;

const styles = `${XML_HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy/mm/dd"/><numFmt numFmtId="165" formatCode="yyyy/mm/dd\\ hh:mm:ss"/></numFmts><fonts count="2">${font('')}${font('<b/>')}</fonts><fills count="3">${fill('<patternFill patternType="none"/>')}${fill('<patternFill patternType="gray125"/>')}${fill('<patternFill patternType="solid"><fgColor rgb="FFE9EFFA"/><bgColor indexed="64"/></patternFill>')}</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5">${cell(0, '/>')}<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"/>${cell(49, ' applyNumberFormat="1"/>')}${cell(164, ' applyNumberFormat="1"/>')}${cell(165, ' applyNumberFormat="1"/>')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

const color = (name: string, rgb: string) => `<a:${name}><a:srgbClr val="${rgb}"/></a:${name}>`;
const fontSet = (kind: string) =>
  `<a:${kind}Font><a:latin typeface="Yu Gothic"/><a:ea typeface="Yu Gothic"/><a:cs typeface=""/><a:font script="Jpan" typeface="游ゴシック"/></a:${kind}Font>`;
const plainFill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const line = (width: number) => `<a:ln w="${width}">${plainFill}<a:prstDash val="solid"/></a:ln>`;
const noEffect = '<a:effectStyle><a:effectLst/></a:effectStyle>';
const colors = [
  color('dk1', '000000'),
  color('lt1', 'FFFFFF'),
  color('dk2', '1B2130'),
  color('lt2', 'F6F7F9'),
  color('accent1', '2A4A94'),
  color('accent2', 'B9341C'),
  color('accent3', '865400'),
  color('accent4', '256845'),
  color('accent5', '4B6073'),
  color('accent6', 'A3123F'),
  color('hlink', '2A4A94'),
  color('folHlink', '454E5D'),
].join('');

const theme = `${XML_HEAD}<a:theme xmlns:a="${DRAWING}" name="Mamori"><a:themeElements><a:clrScheme name="Mamori">${colors}</a:clrScheme><a:fontScheme name="Mamori">${fontSet('major')}${fontSet('minor')}</a:fontScheme><a:fmtScheme name="Mamori"><a:fillStyleLst>${plainFill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line(6350)}${line(12700)}${line(19050)}</a:lnStyleLst><a:effectStyleLst>${noEffect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${plainFill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;

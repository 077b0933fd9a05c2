import { emptyCast, readCast } from './castFile.ts';
import type { Covers } from './coverage.ts';
import { type Loaded, type Reader, readers } from './documents.ts';
import { isUsable, type Root, readEach, readFolder } from './files.ts';
import { ContentError, type Mistake } from './mistakes.ts';
import { missingTips, pieceMistakes, sameNames, scenarioMistakes, tipMistakes } from './references.ts';
import { askedSchema, synonymsSchema, topicsSchema } from './schemas.ts';
import { createSearch } from './search.ts';
import { phasesByWeek, readSeason } from './seasonRules.ts';
import type { Content } from './types.ts';
import { parseYaml, validate, type YamlSource } from './yamlSource.ts';

export interface LoadOptions {
  /** A folder of the same structure, whose texts add to those that ship, or replace those of the same name. */
  dir?: string | undefined;
  /** Names of the commands that buttons may call; left out, names are not looked at. */
  commands?: readonly string[] | undefined;
  /** Where the texts lie that ship with the bot. */
  shipped?: string;
}

/** Reads every text and table. @throws ContentError that names each mistake with its file, line and field. */
export async function loadContent(options: LoadOptions = {}): Promise<Content> {
  return (await loadWithCovers(options)).content;
}

/** As {@link loadContent}, with the numbers that each text covers of the checklist the texts are written from. */
export async function loadWithCovers(options: LoadOptions = {}): Promise<{ content: Content; covers: Covers }> {
  const { dir, commands, shipped = import.meta.dirname } = options;
  const mistakes: Mistake[] = [];
  const roots: Root[] = [{ path: shipped, shown: '' }];
  const known = [...Object.keys(readers), 'topics.yaml', 'season.yaml', 'synonyms.yaml', 'asked.yaml', 'cast.yaml'];
  if (dir !== undefined && (await isUsable(dir, known, mistakes))) roots.push({ path: dir, shown: dir });

  const advice = await readTexts(roots, 'advice', readers.advice, mistakes);
  const tips = await readTexts(roots, 'tips', readers.tips, mistakes);
  const drafts = await readTexts(roots, 'drafts', readers.drafts, mistakes);
  const scenarios = await readTexts(roots, 'scenarios', readers.scenarios, mistakes);
  const organizers = await readTexts(roots, 'organizers', readers.organizers, mistakes);

  const topicLists = await readTables(roots, 'topics.yaml', yaml => validate(topicsSchema, yaml, mistakes), mistakes);
  const topics = new Map(topicLists.flat().map(topic => [topic.id, topic]));
  const synonyms = await readTables(roots, 'synonyms.yaml', yaml => validate(synonymsSchema, yaml, mistakes), mistakes);
  const asked = await readTables(roots, 'asked.yaml', yaml => readAsked(yaml, advice.ids, mistakes), mistakes);
  const season = (await readTables(roots, 'season.yaml', yaml => readSeason(yaml, mistakes), mistakes)).at(-1);

  const [castFile] = (await readEach(roots, 'cast.yaml', mistakes)).slice(-1);
  const castYaml = castFile && parseYaml(castFile.text, castFile.file, 1, mistakes);

  const targets = { pieces: advice.ids, topics: new Set(topics.keys()), commands };
  const cast = (castYaml && readCast(castYaml, mistakes)) ?? emptyCast;
  const year = { phases: season ? phasesByWeek(season) : new Map(), rules: season };
  mistakes.push(
    ...advice.texts.flatMap(text => pieceMistakes(text, targets)),
    ...tips.texts.flatMap(text => tipMistakes(text, targets, year)),
    ...scenarios.texts.flatMap(text => scenarioMistakes(text, targets)),
    ...sameNames(scenarios.texts, advice.ids),
    ...missingTips(tips.ids),
  );
  if (mistakes.length > 0 || !season) throw new ContentError(mistakes);

  const pieces = byKey(advice.texts, piece => piece.id);
  const topicList = [...topics.values()];
  const content: Content = {
    topics: topicList,
    advice: pieces,
    tips: byKey(tips.texts, tip => tip.week),
    drafts: byKey(drafts.texts, draft => draft.id),
    scenarios: byKey(scenarios.texts, scenario => scenario.id),
    pages: byKey(organizers.texts, page => page.id),
    season,
    cast,
    ...createSearch(pieces, topicList, synonyms.flat(), togetherById(asked)),
  };
  const texts = Object.entries({ advice, tips, drafts, scenarios, organizers }).flatMap(([folder, { texts }]) =>
    texts.map(({ id, covers }) => [`${folder}/${id}`, covers] as const),
  );
  return { content, covers: new Map(texts) };
}

/** The texts of a folder that are right, and the names of all of them, so that one mistake does not cause others. */
async function readTexts<T>(roots: readonly Root[], folder: string, read: Reader<T>, mistakes: Mistake[]) {
  const files = await readFolder(roots, folder, mistakes);
  return { ids: new Set(files.map(({ id }) => id)), texts: files.flatMap(file => read(file, mistakes) ?? []) };
}

/** A table as each root has it, what ships first. */
async function readTables<T>(
  roots: readonly Root[],
  name: string,
  read: (yaml: YamlSource) => T | undefined,
  mistakes: Mistake[],
): Promise<T[]> {
  const files = await readEach(roots, name, mistakes);
  if (files.length === 0) mistakes.push({ file: name, message: 'there is no such file' });
  return files.flatMap(({ file, text }) => {
    const yaml = parseYaml(text, file, 1, mistakes);
    const table = yaml && read(yaml);
    return table === undefined ? [] : [table];
  });
}

/** What people look for pieces with, each piece one that there is. */
function readAsked(yaml: YamlSource, pieces: ReadonlySet<string>, mistakes: Mistake[]) {
  const table = validate(askedSchema, yaml, mistakes);
  for (const id of Object.keys(table ?? {}))
    if (!pieces.has(id))
      mistakes.push({ file: yaml.file, line: yaml.lineOf([id]), field: id, message: `there is no piece "${id}"` });
  return table;
}

/** A community's words for a piece come to those that ship. */
const togetherById = (tables: readonly Record<string, string[]>[]): Map<string, string[]> => {
  const together = new Map<string, string[]>();
  for (const [id, words] of tables.flatMap(table => Object.entries(table)))
    together.set(id, [...(together.get(id) ?? []), ...words]);
  return together;
};

const byKey = <K, T>(texts: readonly Loaded<T>[], key: (value: T) => K): Map<K, T> =>
  new Map(texts.map(({ value }) => [key(value), value]));

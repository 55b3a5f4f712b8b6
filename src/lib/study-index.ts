/** What study pages need to know of the guide: which questions stand where, and what each exam asks. */
export interface StudyIndex {
  /** The guide's domains, and one sheet more for its guides. */
  readonly sheets: readonly Sheet[];
  /** All sections and guides in reading order, those without questions included. */
  readonly pages: readonly StudyPage[];
  /** The exam's versions, the newest first. */
  readonly exams: readonly StudyExam[];
}

/** A page that holds the questions of a domain, or those of the guides. */
interface Sheet {
  /** The folder name of the domain, or `guides`. */
  readonly id: string;
  /** Empty for the guides. */
  readonly number: string;
  readonly title: string;
}

/** A section or guide. */
export interface StudyPage {
  /** Its address without the first slash and the ending. */
  readonly id: string;
  /** With its number. */
  readonly title: string;
  /** The sheet that holds its questions. */
  readonly sheet: string;
  /** Task or domain numbers by exam id. */
  readonly exams: Readonly<Record<string, readonly string[]>>;
  /** The ids of its questions, in order. */
  readonly questions: readonly string[];
}

/** An exam's version, as far as it is published. */
export interface StudyExam {
  readonly id: string;
  readonly code: string;
  readonly questions?: number | undefined;
  readonly minutes?: number | undefined;
  readonly domains: readonly {
    readonly number: string;
    readonly title: string;
    /** Per cent. */
    readonly weight?: number | undefined;
    readonly tasks: readonly { readonly number: string; readonly title: string }[];
  }[];
}

/** The id of a page in the index: its address without the first slash and the ending. */
export const toPageId = (url: string): string => url.replace(/^\/|\.html$/g, '');

/** Whether a page serves a task of an exam, or any task of one of its domains (`1` holds `1.2`, and not `11`). */
export const isServing = (page: StudyPage, exam: string, number: string): boolean =>
  page.exams[exam]?.some((own) => own === number || own.startsWith(`${number}.`)) ?? false;

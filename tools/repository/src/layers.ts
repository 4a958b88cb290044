/** A part of the repository and what its sources may import. */
export interface Layer {
  /** Folder, from the repository's root, without a trailing slash. */
  readonly folder: string;
  /** Folders of other layers that its sources may import. */
  readonly mayImport: readonly string[];
  /** Why the list is no longer: shown with every violation. */
  readonly reason: string;
}

/**
 * The layers, lowest first; an arrow may only point to a row above. Tests are freer than sources:
 * a client is tried against the mock, although neither knows the other.
 */
export const layers: readonly Layer[] = [
  {
    folder: "packages/document",
    mayImport: [],
    reason: "an OpenAPI document is read without knowing what it is read for",
  },
  {
    folder: "packages/codegen",
    mayImport: ["packages/document"],
    reason:
      "the generator reads documents and writes text; what the text is used for is not its business",
  },
  {
    folder: "packages/contract",
    mayImport: [],
    reason: "generated code stands alone, so that it can be published and used without a client",
  },
  {
    folder: "packages/client",
    mayImport: ["packages/contract"],
    reason: "what a consumer installs is the client and the contract, nothing that made them",
  },
  {
    folder: "packages/mock",
    mayImport: ["packages/contract"],
    reason: "a mock that shared code with the client would share its mistakes",
  },
  {
    folder: "packages/cli",
    mayImport: ["packages/contract", "packages/client"],
    reason: "the command line is one more consumer of the published client",
  },
  {
    folder: "tools/repository",
    mayImport: [],
    reason: "what checks the repository must work when the packages do not",
  },
  {
    folder: "tools/gear",
    mayImport: [],
    reason: "programs installed on demand: it knows no package of ours",
  },
  {
    folder: "tools/start",
    mayImport: ["packages/contract", "packages/client", "packages/mock"],
    reason: "the demonstration uses what is published, the way a consumer would",
  },
  {
    folder: "tools/contract-review",
    mayImport: ["packages/document", "packages/codegen"],
    reason:
      "a review compares any two documents: it must not know this endpoint, its client or its mock",
  },
  {
    folder: "tools/github",
    mayImport: ["packages/document", "tools/contract-review"],
    reason: "it tells a review where reviewers are; what a review finds is decided below it",
  },
  {
    folder: "tools/release",
    mayImport: ["tools/contract-review"],
    reason: "a changelog says what the review found; what publishes knows no package's code",
  },
  {
    folder: "tools/github-replay",
    mayImport: ["tools/gear"],
    reason:
      "what plays GitHub shares nothing with what calls it: a shared mistake would pass unseen",
  },
  {
    folder: "tools/drift",
    mayImport: ["packages/document", "tools/contract-review", "tools/github"],
    reason: "it asks the review to compare and GitHub to remember; it judges nothing by itself",
  },
  {
    folder: "tools/hostile",
    mayImport: [],
    reason: "who judges what was written shares nothing with who wrote it",
  },
  {
    folder: "tools/bench",
    mayImport: ["tools/gear"],
    reason: "a measured program runs in a process of its own, as built",
  },
  {
    folder: "tools/release-rehearsal",
    mayImport: ["tools/gear", "tools/github-replay"],
    reason: "it installs what was packed: an import of the sources would prove nothing",
  },
  {
    folder: "tools/trials",
    mayImport: ["tools/gear"],
    reason: "a trial runs programs as a user would, and reads what they wrote",
  },
  {
    folder: "tools/docs",
    mayImport: [
      "packages/document",
      "packages/codegen",
      "packages/mock",
      "tools/gear",
      "tools/contract-review",
    ],
    reason:
      "the page is rendered from the document and knows no endpoint; of the mock it knows the server",
  },
];

/** Rooms inside a layer, lowest first; each may import only the rooms before it. */
export interface Rooms {
  readonly folder: string;
  readonly order: readonly string[];
  readonly reason: string;
}

export const rooms: readonly Rooms[] = [
  {
    folder: "tools/contract-review/src",
    order: [
      "json",
      "schema",
      "message",
      "compare",
      "source",
      "verdict",
      "report",
      "git",
      "command",
    ],
    reason:
      "schemas are sets and know no OpenAPI; direction is decided once, in compare; reports only render a review",
  },
  {
    folder: "tools/github/src",
    order: ["rest", "analysis", "gate", "comment", "annotations", "publish", "command"],
    reason:
      "what is told is made of values alone; only publish and command ask GitHub, git or the disk",
  },
];

/** Where the site's content stands in the repository. */
export const sources = {
  document: "spec/openapi.yaml",
  guide: "packages/client/README.md",
  /** Packages whose changelogs are shown; the document travels with the first. */
  packages: [
    { name: "@flex-channels/contract", folder: "packages/contract" },
    { name: "@flex-channels/client", folder: "packages/client" },
  ],
  /** Style, scripts and icon, in this tool's folder. */
  assets: ["assets/style.css", "assets/icon.svg", "browser/theme.js", "browser/try-it.js"],
  repositoryUrl: "https://github.com/flex-channels/flex-channels",
} as const;

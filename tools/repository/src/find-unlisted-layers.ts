import type { Layer } from "./layers.ts";

/** Where the table of layers and the folders of the workspace differ, a sentence each. */
export const findUnlistedLayers = (
  folders: readonly string[],
  layers: readonly Layer[],
): readonly string[] => {
  const listed = layers.map((layer) => layer.folder);
  return [
    ...folders
      .filter((folder) => !listed.includes(folder))
      .map((folder) => `${folder} has no row: nothing says what it may import`),
    ...listed
      .filter((folder) => !folders.includes(folder))
      .map((folder) => `${folder} has a row and is no package`),
  ];
};

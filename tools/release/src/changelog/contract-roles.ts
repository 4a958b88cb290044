/** How a package's consumers meet the contract. */
export type ContractRole =
  /** They compile against it: every finding is theirs. */
  | { readonly kind: "carries" }
  /** It reads the contract, and its consumers learn in one sentence where the list is. */
  | { readonly kind: "follows"; readonly sentence: string };

/** The packages whose changelogs tell what the contract did; no other package shows it. */
export const contractRoles: Readonly<Record<string, ContractRole>> = {
  "@flex-channels/contract": { kind: "carries" },
  "@flex-channels/client": { kind: "carries" },
  "@flex-channels/mock": {
    kind: "follows",
    sentence: "The mock answers what the contract now declares.",
  },
  "@flex-channels/cli": {
    kind: "follows",
    sentence: "The commands and their options are those that the contract now declares.",
  },
};

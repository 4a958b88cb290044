export * from "@flex-channels/contract/arguments";

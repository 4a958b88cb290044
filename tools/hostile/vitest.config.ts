export { default } from "@flex-channels/repository/vitest";

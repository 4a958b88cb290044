import { bundlePackage } from "@flex-channels/repository/bundle";

export default bundlePackage(import.meta.dirname);

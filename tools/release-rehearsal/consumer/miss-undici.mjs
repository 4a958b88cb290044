// Loads the entry on undici where there is no undici, and prints what Node says.
try {
  await import("@flex-channels/client/undici");
  console.log("it was loaded");
} catch (error) {
  console.log(`${error.code} ${error.message}`);
}

// Usage: node registry-server.mjs <verdaccio module> <config file>
// Serves on a free loopback port and says where.
import { pathToFileURL } from "node:url";

const [modulePath, configFile] = process.argv.slice(2);
const { default: verdaccio } = await import(pathToFileURL(modulePath).href);
const server = await verdaccio.runServer(configFile);
server.listen(0, "127.0.0.1", () => {
  console.log(`registry http://127.0.0.1:${server.address().port}/`);
});

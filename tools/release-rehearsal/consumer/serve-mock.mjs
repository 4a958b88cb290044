import { createMock, serve } from "@flex-channels/mock";

const { url } = await serve(createMock(), { hostname: "127.0.0.1", port: 0 });
console.log(`mock ${url}`);

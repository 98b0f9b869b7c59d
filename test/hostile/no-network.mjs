/* Loaded into the program before it starts: whatever reaches for the network ends the program, so that nothing can be caught and forgotten. */
import childProcess from "node:child_process";
import dgram from "node:dgram";
import dns from "node:dns";
import http from "node:http";
import http2 from "node:http2";
import https from "node:https";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";
import process from "node:process";
import tls from "node:tls";
import { writeSync } from "node:fs";

function forbid(owner, name, what) {
  owner[name] = () => {
    writeSync(2, `NETWORK: ${what}\n`);
    process.exit(99);
  };
}

forbid(net.Socket.prototype, "connect", "net.Socket.connect");
forbid(net.Server.prototype, "listen", "net.Server.listen");
for (const name of ["connect", "createConnection"]) forbid(net, name, `net.${name}`);
forbid(tls, "connect", "tls.connect");
for (const name of ["request", "get"]) {
  forbid(http, name, `http.${name}`);
  forbid(https, name, `https.${name}`);
}
forbid(http2, "connect", "http2.connect");
forbid(dgram, "createSocket", "dgram.createSocket");
for (const name of Object.keys(dns)) if (/^(?:lookup|resolve|reverse)/u.test(name)) forbid(dns, name, `dns.${name}`);
for (const name of Object.keys(dns.promises)) {
  if (/^(?:lookup|resolve|reverse)/u.test(name)) forbid(dns.promises, name, `dns.promises.${name}`);
}
for (const name of ["fetch", "WebSocket", "EventSource"]) forbid(globalThis, name, name);
// A program that is started could reach for it instead.
for (const name of ["spawn", "spawnSync", "exec", "execSync", "execFile", "execFileSync", "fork"]) {
  forbid(childProcess, name, `child_process.${name}`);
}
syncBuiltinESMExports();

// Loaded before the API in a benchmark: tells the parent which free port it got.
const http = require('node:http');

const { listen } = http.Server.prototype;
http.Server.prototype.listen = function listenAndTell(...args) {
  this.once('listening', () => process.send?.({ port: this.address().port }));
  return listen.apply(this, args);
};

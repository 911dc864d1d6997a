// Preloaded into the children of the supervisor: when it is gone (kill -9), they end as if it had asked them to.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
// IPC alone must not keep a process alive that has ended its work.
process.channel?.unref();

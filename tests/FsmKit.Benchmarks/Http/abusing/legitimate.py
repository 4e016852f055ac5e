"""The clients that must not notice: 50 requests a second over 8 kept connections, and a new connection every 100 ms."""
import asyncio
import os
import ssl
import time
from dataclasses import dataclass

KEPT, KEPT_PER_SECOND, NEW_PER_SECOND = 8, 50, 10
PATIENCE_SECONDS = 5
REQUEST = b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: %s\r\n\r\n"


@dataclass
class Answer:
    """One request: when it was due, how long it took from then on, and what was wrong."""

    due: float
    took: float
    is_new: bool
    error: str | None


async def ask(streams, connection):
    """One request; raises for anything but the whole answer."""
    reader, writer = streams
    writer.write(REQUEST % connection)
    head = await reader.readuntil(b"\r\n\r\n")
    if not head.startswith(b"HTTP/1.1 200 "):
        raise ValueError(head.split(b"\r\n")[0].decode())
    lengths = [line.split(b":")[1] for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")]
    if await reader.readexactly(int(lengths[0])) != b"Hello, World!":
        raise ValueError("another body")


class Clients:
    """All of them, until `stop`."""

    def __init__(self, port, tls, stop):
        self.port, self.stop, self.answers = port, stop, []
        self.context = ssl.create_default_context() if tls else None
        if self.context:
            self.context.check_hostname = False
            self.context.verify_mode = ssl.CERT_NONE

    async def _connect(self):
        return await asyncio.open_connection("127.0.0.1", self.port, ssl=self.context)

    async def _once(self, due, streams, is_new):
        """The connection to go on with, or None."""
        error = None
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                streams = streams or await self._connect()
                await ask(streams, b"close" if is_new else b"keep-alive")
        except (OSError, EOFError, ValueError, IndexError, asyncio.TimeoutError) as x:
            error = f"{type(x).__name__} {x}".strip()
        self.answers.append(Answer(due, time.monotonic() - due, is_new, error))
        if streams and (is_new or error):
            streams[1].transport.abort()
            return None
        return streams

    async def _keep(self, number):
        period = KEPT / KEPT_PER_SECOND
        due, streams = time.monotonic() + period * number / KEPT, None
        while not self.stop.is_set():
            await asyncio.sleep(max(0, due - time.monotonic()))
            streams = await self._once(due, streams, is_new=False)
            due = max(due + period, time.monotonic() - period)

    async def _renew(self):
        async with asyncio.TaskGroup() as group:
            while not self.stop.is_set():
                group.create_task(self._once(time.monotonic(), None, is_new=True))
                await asyncio.sleep(1 / NEW_PER_SECOND)

    async def run(self):
        """All of them at once."""
        await asyncio.gather(self._renew(), *(self._keep(number) for number in range(KEPT)))
        return self.answers


def serve(port, tls, stop, pipe):
    """The body of a process of their own, which the attackers should not slow down; the answers come through the pipe."""
    try:
        os.setpriority(os.PRIO_PROCESS, 0, -10)
    except PermissionError:
        pass
    pipe.send(asyncio.run(Clients(port, tls, stop).run()))

"""What attackers do on one connection, and many of them at once."""
import asyncio
import collections
import functools
import os
import socket
import ssl
import struct

CONNECTING_AT_ONCE = 100
HEAD = b"GET / HTTP/1.1\r\nHost: localhost\r\n"
LAST = HEAD + b"Connection: close\r\n"
POST = b"POST / HTTP/1.1\r\nHost: localhost\r\n"


class Target:
    """Where it goes, and what came back: how often which status line, or which end."""

    def __init__(self, port):
        self.port, self.seen, self.open = port, collections.Counter(), 0
        self._connecting, self._count = asyncio.Semaphore(CONNECTING_AT_ONCE), 0

    async def connect(self):
        """From one of many addresses of the loopback range."""
        self._count += 1
        client = socket.socket()
        client.setblocking(False)
        client.bind((f"127.0.1.{1 + self._count % 200}", 0))
        try:
            async with self._connecting:
                await asyncio.get_running_loop().sock_connect(client, ("127.0.0.1", self.port))
        except BaseException:
            client.close()
            raise
        return client


async def read_to_end(client):
    """The first line that came, or how the connection ended."""
    answer = b""
    try:
        while part := await asyncio.get_running_loop().sock_recv(client, 65536):
            answer = (answer + part)[:64]
        return answer.split(b"\r\n")[0].decode("ascii", "replace") or "closed"
    except OSError as x:
        return answer.split(b"\r\n")[0].decode("ascii", "replace") or type(x).__name__


async def send_and_read(target, client, parts):
    """Sends until there is nothing left or nobody takes it, reading at the same time."""
    reading = asyncio.create_task(read_to_end(client))
    try:
        for part in parts:
            await asyncio.get_running_loop().sock_sendall(client, part)
            await asyncio.sleep(0) # sending alone lets nobody else run while there is room
            if reading.done():
                break
    except OSError:
        pass # what came before says more
    try:
        target.seen[await reading] += 1
    finally:
        reading.cancel()


def forever(part, first):
    """The first, and the part again and again."""
    yield first
    while True:
        yield part


async def sit_idle(target, client):
    await asyncio.get_running_loop().sock_sendall(client, HEAD + b"\r\n")
    answer = await asyncio.get_running_loop().sock_recv(client, 4096)
    target.seen[answer.split(b"\r\n")[0].decode() or "closed"] += 1
    await read_to_end(client)


async def hold(target, client):
    await send_and_read(target, client, [])


async def pipeline(target, client):
    burst = (HEAD + b"\r\n") * 1000
    while True:
        await asyncio.get_running_loop().sock_sendall(client, burst)
        await asyncio.sleep(0)
        target.seen["burst"] += 1


async def endless_head(target, client):
    await send_and_read(target, client, forever(b"X-Header: some value\r\n" * 50, HEAD))


async def unread_echo(target, client):
    await asyncio.get_running_loop().sock_sendall(client, POST + b"Content-Length: 1048576\r\n\r\n" + b"x" * 1048576)
    target.seen["sent"] += 1
    await asyncio.Event().wait()


async def many_headers(target, client):
    await send_and_read(target, client, [LAST + b"a: b\r\n" * 10000 + b"\r\n"])


async def long_name(target, client):
    await send_and_read(target, client, [LAST + b"a" * 100_000 + b": b\r\n\r\n"])


async def long_value(target, client):
    await send_and_read(target, client, [LAST + b"a: " + b"b" * 100_000 + b"\r\n\r\n"])


async def chunk_extensions(target, client):
    chunk = b"1;e=" + b"x" * 1024 + b"\r\nx\r\n"
    await send_and_read(target, client, forever(chunk * 16, POST + b"Transfer-Encoding: chunked\r\n\r\n"))


async def reset_in_body(target, client):
    await asyncio.get_running_loop().sock_sendall(client, POST + b"Content-Length: 100000\r\n\r\n" + b"x" * 10000)
    client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    client.close()
    target.seen["reset"] += 1
    await asyncio.sleep(0.018) # twenty of them: a thousand a second


async def tls_garbage(target, client):
    await send_and_read(target, client, [os.urandom(1000)])


@functools.cache
def client_hello():
    """What a client sends first."""
    sent = ssl.MemoryBIO()
    context = ssl.create_default_context()
    try:
        context.wrap_bio(ssl.MemoryBIO(), sent, server_hostname="localhost").do_handshake()
    except ssl.SSLWantReadError:
        pass
    return sent.read()


async def tls_truncated(target, client):
    hello = client_hello()
    await asyncio.get_running_loop().sock_sendall(client, hello[:len(hello) // 2])
    client.shutdown(socket.SHUT_WR)
    target.seen[await read_to_end(client)] += 1


async def tls_stalled(target, client):
    await send_and_read(target, client, [client_hello()])


async def _again(target, one, until):
    loop = asyncio.get_running_loop()
    while loop.time() < until:
        client = None
        try:
            client = await target.connect()
            target.open += 1
            await one(target, client)
        except OSError as x:
            target.seen[type(x).__name__] += 1
            await asyncio.sleep(0.1)
        finally:
            if client:
                target.open -= 1
                client.close()


async def _attack(port, seconds, one, count):
    target = Target(port)
    until = asyncio.get_running_loop().time() + seconds
    tasks = [asyncio.create_task(_again(target, one, until)) for _ in range(count)]
    await asyncio.wait(tasks, timeout=seconds)
    target.seen["open at the end"] = target.open
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    return target.seen


def attack(one, count):
    """`count` connections that do `one`, each again when it is over, for some seconds."""

    def run(port, seconds, pipe):
        os.nice(10)
        seen = asyncio.run(_attack(port, seconds, one, count))
        pipe.send(", ".join(f"{what}: {times}" for what, times in seen.most_common(4) if times))

    return run

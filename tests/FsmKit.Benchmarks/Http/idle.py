"""What an idle connection costs a server: opens COUNT connections, one request on each, and leaves them open.

usage: idle.py PORT COUNT PID...
The PIDs are the server's; prints KIB-OF-MEMORY-PER-CONNECTION CONNECTIONS-PER-SECOND ERRORS. Afterwards some of the connections ask again.
"""
import socket
import sys
import time

REQUEST = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"
ASK_AGAIN = 200
SETTLE_SECONDS = 2


def resident_kib(pids):
    """The resident memory of all of them."""
    total = 0
    for pid in pids:
        with open(f"/proc/{pid}/status", encoding="ascii") as status:
            total += next(int(line.split()[1]) for line in status if line.startswith("VmRSS:"))
    return total


def connect(port, number):
    """From one of many addresses of the loopback range, as an address has 28,000 ports only."""
    client = socket.socket()
    client.settimeout(10)
    client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    client.bind((f"127.0.0.{2 + number % 200}", 0))
    client.connect(("127.0.0.1", port))
    return client


def ask(client):
    """True for a whole 200."""
    client.sendall(REQUEST)
    answer = b""
    while not answer.endswith(b"Hello, World!"):
        part = client.recv(4096)
        if not part:
            return False
        answer += part
    return answer.startswith(b"HTTP/1.1 200 ")


def count_errors(clients):
    """How many of them do not get their answer."""
    errors = 0
    for client in clients:
        try:
            errors += not ask(client)
        except OSError:
            errors += 1
    return errors


def main():
    """Returns 1 if there were errors."""
    port, count, pids = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
    before, started = resident_kib(pids), time.monotonic()
    clients, errors = [], 0
    for number in range(count):
        try:
            client = connect(port, number)
            clients.append(client)
            errors += not ask(client)
        except OSError:
            errors += 1
    took = time.monotonic() - started
    time.sleep(SETTLE_SECONDS)
    each = (resident_kib(pids) - before) / count
    errors += count_errors(clients[:: max(1, len(clients) // ASK_AGAIN)])
    print(f"{each:.2f} {count / took:.0f} {errors}")
    return errors > 0


sys.exit(main())

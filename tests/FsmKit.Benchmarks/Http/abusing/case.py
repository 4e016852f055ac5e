"""One attack on one server: before, during, after."""
import multiprocessing
import time
from dataclasses import dataclass
from typing import Callable

from abusing import legitimate, report
from abusing.server import Server

RECOVERY_SECONDS = 1
LOOK_SECONDS = 0.1


@dataclass
class Case:
    """An attack is a function of port, seconds and a pipe for the line that it says at its end."""

    name: str
    attack: Callable
    tls: bool = False
    descriptors: int | None = None


def _look_for(server, seconds):
    looks, end = [], time.monotonic() + seconds
    while time.monotonic() < end and server.is_alive():
        try:
            looks.append(server.look())
        except OSError:
            break # it has just ended
        time.sleep(LOOK_SECONDS)
    return looks


def _process(target, *arguments):
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.Process(target=target, args=(*arguments, theirs), daemon=True)
    process.start()
    return ours


def _said(pipe, seconds):
    return pipe.recv() if pipe.poll(seconds) else None


def run_case(case, server_name, seconds):
    """True when no legitimate client had an error that it must not have, and the server lives."""
    if getattr(case.attack, "is_missing", bool)():
        print(f"| {case.name} | left out: slowhttptest is not installed |", flush=True)
        return True
    before, during, after = seconds
    server = Server(server_name, case.tls, case.descriptors)
    try:
        stop = multiprocessing.Event()
        clients = _process(legitimate.serve, server.port, case.tls, stop)
        time.sleep(1) # the first requests are compiled for
        calm = _look_for(server, before)
        started = time.monotonic()
        attack = _process(case.attack, server.port, during)
        attacked = _look_for(server, during)
        ended = time.monotonic()
        seen = _said(attack, 10) or "the attack did not end"
        calmed = _look_for(server, after)
        stop.set()
        answers = _said(clients, 2 * legitimate.PATIENCE_SECONDS) or []
        exit_code, logged = server.process.poll(), server.log()[1:]
    finally:
        server.end()
    phases = [
        [a for a in answers if started - before <= a.due < started],
        [a for a in answers if started <= a.due < ended + RECOVERY_SECONDS],
        [a for a in answers if a.due >= ended + RECOVERY_SECONDS],
    ]
    report.print_row(case.name, phases, calm, attacked, calmed, seen)
    excused = [a for a in phases[1] if a.is_new and case.descriptors]
    wrong = [a for phase in phases for a in phase if a.error and a not in excused]
    report.print_remarks(wrong, exit_code, answers, logged)
    return exit_code is None and bool(answers) and not wrong

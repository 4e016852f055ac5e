"""A server that `servers` knows, as a process: started, looked at, ended."""
import os
import pathlib
import resource
import subprocess
import tempfile
import time

SERVERS = pathlib.Path(__file__).parent.parent / "servers"
TICKS = os.sysconf("SC_CLK_TCK")


def build(name):
    """Builds it, or ends the program with what `servers` says."""
    if subprocess.run([SERVERS, "build", name], check=False).returncode:
        raise SystemExit(1)


class Server:
    """Starts it, on any port; `descriptors` limits it as `ulimit -n` does."""

    def __init__(self, name, tls=False, descriptors=None):
        limit = (lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (descriptors, descriptors))) if descriptors else None
        command = [SERVERS, "run", name, "--port", "0", *(["--tls"] if tls else [])]
        self._log = tempfile.NamedTemporaryFile()
        self.process = subprocess.Popen(command, stdout=self._log, stderr=subprocess.STDOUT, preexec_fn=limit)
        while not (lines := self.log()) or not lines[0].startswith("listening on "):
            if not self.is_alive():
                raise SystemExit(f"{name} does not start: {lines}")
            time.sleep(0.05)
        self.port = int(lines[0].rsplit(":", 1)[1])

    def log(self):
        """The lines that it has written so far."""
        return pathlib.Path(self._log.name).read_text(encoding="utf-8", errors="replace").splitlines()

    def _family(self):
        pid = self.process.pid
        return [pid, *pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()]

    def look(self):
        """Resident MiB, open descriptors and seconds of CPU, of it and its workers."""
        memory = descriptors = cpu = 0
        for pid in self._family():
            root = pathlib.Path(f"/proc/{pid}")
            status = (root / "status").read_text(encoding="ascii").split()
            memory += int(status[status.index("VmRSS:") + 1]) / 1024
            descriptors += len(os.listdir(root / "fd"))
            stat = (root / "stat").read_text(encoding="ascii").rpartition(") ")[2].split()
            cpu += (int(stat[11]) + int(stat[12])) / TICKS
        return memory, descriptors, cpu

    def is_alive(self):
        """Whether it still runs."""
        return self.process.poll() is None

    def end(self):
        """Ends it, by force if it does not listen."""
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

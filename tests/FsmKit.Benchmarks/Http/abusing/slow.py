"""The attacks of slowhttptest. It says every five seconds how it goes."""
import os
import re
import shutil
import subprocess
import urllib.request

LARGE = ["/bytes/10485760", "/stream"] # more than the kernel takes for a client that does not read


def _large(port):
    for path in LARGE:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=5) as answer:
                if answer.status == 200:
                    return path
        except OSError: # an HTTPError is one
            pass
    return "/"


def _slow(arguments, is_large=False):
    def run(port, seconds, pipe):
        url = f"http://127.0.0.1:{port}{_large(port) if is_large else '/'}"
        command = ["slowhttptest", *arguments, "-c", "1000", "-r", "500", "-l", str(seconds), "-p", "3", "-u", url]
        done = subprocess.run(command, capture_output=True, text=True, check=False, preexec_fn=lambda: os.nice(10))
        _, _, last = re.sub(r"\x1b\[[0-9;]*m", "", done.stdout).rpartition("slow HTTP test status on ")
        figures = dict(re.findall(r"^([a-z ]+): +(\w+)", last, re.MULTILINE))
        second, names = re.match(r"\d*", last).group(), ("connected", "closed", "service available")
        pipe.send(f"at {second} s " + ", ".join(f"{name}: {figures.get(name)}" for name in names))

    run.is_missing = lambda: not shutil.which("slowhttptest")
    return run


heads = _slow(["-H", "-i", "2", "-x", "24"])
bodies = _slow(["-B", "-i", "2", "-s", "8192", "-x", "10"])
readers = _slow(["-X", "-w", "512", "-y", "1024", "-n", "5", "-z", "32", "-k", "3"], is_large=True)
ranges = _slow(["-R", "-t", "HEAD", "-a", "10", "-b", "3000"], is_large=True)

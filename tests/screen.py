"""A display of our own and a terminal, for the tests of the real window."""
import os
import pty
import re
import select
import subprocess
import time

WINDOWS = "^(gopark|viz_play)$"


class Display:
    """Xvfb, with one keyboard that never repeats, and no window manager."""

    def __init__(self, size="3900x2220"):
        read, write = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0",
             size + "x24", "-nolisten", "tcp", "-r"],
            pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as f:
            os.environ["DISPLAY"] = ":" + f.readline().strip()

    def close(self):
        self.server.terminate()
        self.server.wait()


def xdo(*words):
    done = subprocess.run(["xdotool", *words], capture_output=True, text=True)
    return done.stdout


def windows():
    return xdo("search", "--class", WINDOWS).split()


def wait_for(question, seconds=20):
    """What question() answers, as soon as that is something."""
    end = time.monotonic() + seconds
    while True:
        answer = question()
        if answer or time.monotonic() > end:
            return answer
        time.sleep(0.03)


def find_window():
    """The window, at the top left and with the keyboard; None if none opens."""
    if not wait_for(windows):
        return None
    found = windows()[0]
    xdo("windowmove", found, "0", "0")
    # Its focus is asked for until it has it: a new window may not be mapped.
    wait_for(lambda: xdo("windowfocus", found, "getwindowfocus").split()
             == [found])
    return found


class Terminal:
    """A program in a terminal."""

    def __init__(self, command, env):
        self.pid, self.fd = pty.fork()
        self.said = ""
        self.ended = False
        if self.pid == 0:
            os.environ.update(env)
            os.execv(command[0], command)

    def read(self, seconds):
        """What is said within so long, as soon as it is said."""
        got = ""
        try:
            while select.select([self.fd], [], [], 0 if got else seconds)[0]:
                got += os.read(self.fd, 65536).decode(errors="replace")
        except OSError:
            self.ended = True
        self.said = (self.said + got)[-100000:]
        return got

    def until(self, pattern, limit):
        """What is said up to pattern, and whether it came."""
        said = ""
        end = time.monotonic() + limit
        while time.monotonic() < end and not self.ended:
            said += self.read(0.05)
            if re.search(pattern, said):
                return said, True
        return said, False

    def type(self, text):
        """False: nobody reads any more."""
        try:
            os.write(self.fd, text.encode())
            return True
        except OSError:
            self.ended = True
            return False

    def wait(self):
        """The exit status, once it has ended."""
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

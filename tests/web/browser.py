"""A small WebDriver client (https://www.w3.org/TR/webdriver2/), enough to test one page."""

import base64
import contextlib
import json
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
ENTER, ESCAPE, TAB, SHIFT = "\ue007", "\ue00c", "\ue004", "\ue008"
LEFT, RIGHT, DOWN, HOME, END = "\ue012", "\ue014", "\ue015", "\ue011", "\ue010"
FLAGS = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-dev-shm-usage", "--hide-scrollbars", "--lang=ko", "--accept-lang=ko",
]


def missing() -> str:
    """What is not installed, or nothing."""
    wanted = ("chromium", "chromedriver")
    return ", ".join(program for program in wanted if not shutil.which(program))


class Browser:
    def __init__(self, folder) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self._driver = subprocess.Popen(
            ["chromedriver", f"--port={port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._base = f"http://127.0.0.1:{port}"
        self._session = ""
        options = {"args": [*FLAGS, f"--user-data-dir={folder}"], "binary": shutil.which("chromium")}
        capabilities = {"browserName": "chrome", "goog:chromeOptions": options,
                        "goog:loggingPrefs": {"browser": "ALL"}}
        self.until(lambda: self._call("GET", "/status")["ready"])
        answer = self._call("POST", "/session", {"capabilities": {"alwaysMatch": capabilities}})
        self._session = f"/session/{answer['sessionId']}"

    def close(self) -> None:
        with contextlib.suppress(Exception):
            self._call("DELETE", "")
        self._driver.terminate()
        self._driver.wait()

    def _call(self, method, path, body=None):
        data = json.dumps(body if body is not None else {}).encode() if method == "POST" else None
        request = urllib.request.Request(self._base + self._session + path, data, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as response:
                return json.load(response)["value"]
        except urllib.error.HTTPError as error:
            raise AssertionError(json.load(error)["value"]["message"]) from None

    def until(self, holds, seconds=30):
        """Waits for something to hold, and returns it."""
        end = time.monotonic() + seconds
        while True:
            with contextlib.suppress(OSError, AssertionError):
                if value := holds():
                    return value
            assert time.monotonic() < end, "it never came"
            time.sleep(0.05)

    def open(self, url):
        self._call("POST", "/url", {"url": url})

    def back(self):
        self._call("POST", "/back")

    @property
    def url(self):
        return self._call("GET", "/url")

    def resize(self, width, height):
        """The size of the page, as a phone's or a window's."""
        self._call("POST", "/goog/cdp/execute", {
            "cmd": "Emulation.setDeviceMetricsOverride",
            "params": {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}})

    def dark(self, on):
        features = [{"name": "prefers-color-scheme", "value": "dark" if on else "light"}]
        self._call("POST", "/goog/cdp/execute",
                   {"cmd": "Emulation.setEmulatedMedia", "params": {"features": features}})

    def script(self, code, *arguments):
        return self._call("POST", "/execute/sync", {"script": code, "args": list(arguments)})

    def texts(self, selector):
        return self.script(
            "return [...document.querySelectorAll(arguments[0])].map((e) => e.innerText)", selector)

    def text(self, selector):
        return "\n".join(self.texts(selector))

    def click(self, selector):
        element = self._call("POST", "/element", {"using": "css selector", "value": selector})
        self._call("POST", f"/element/{element[ELEMENT]}/click")

    def type(self, selector, text):
        element = self._call("POST", "/element", {"using": "css selector", "value": selector})
        self._call("POST", f"/element/{element[ELEMENT]}/clear")
        self._call("POST", f"/element/{element[ELEMENT]}/value", {"text": text})

    def press(self, key, held=""):
        """A key, while another one is held."""
        keys = [*held, key]
        actions = [{"type": "key", "id": "keyboard", "actions": [
            *({"type": "keyDown", "value": value} for value in keys),
            *({"type": "keyUp", "value": value} for value in reversed(keys))]}]
        self._call("POST", "/actions", {"actions": actions})

    def _point(self, *steps):
        actions = [{"type": "pointer", "id": "mouse", "actions": list(steps)}]
        self._call("POST", "/actions", {"actions": actions})

    def _to(self, selector):
        element = self._call("POST", "/element", {"using": "css selector", "value": selector})
        return {"type": "pointerMove", "duration": 50, "x": 0, "y": 0, "origin": element}

    def hover(self, selector):
        self._point(self._to(selector))

    def drag(self, start, end):
        """From the middle of an element to that of another."""
        self._point(self._to(start), {"type": "pointerDown", "button": 0}, self._to(end),
                    {"type": "pointerUp", "button": 0})

    def complaints(self):
        """What the browser logged: errors of scripts, and what the page's policy forbade."""
        return [entry["message"] for entry in self._call("POST", "/se/log", {"type": "browser"})]

    def screenshot(self) -> bytes:
        return base64.b64decode(self._call("GET", "/screenshot"))

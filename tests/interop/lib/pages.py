"""Drives Chromium through the W3C WebDriver protocol, with the standard library only. See ../pages.sh."""

import base64
import json
import pathlib
import sys
import time
import urllib.error
import urllib.request

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
WIDTHS = {"wide": 1200, "narrow": 360, "smallest": 320}


class Browser:
    def __init__(self, port, profile):
        self.base = f"http://127.0.0.1:{port}/session"
        arguments = ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--lang=en",
                     f"--user-data-dir={profile}", "--force-device-scale-factor=1"]
        wanted = {"browserName": "chrome", "goog:chromeOptions": {"args": arguments},
                  "goog:loggingPrefs": {"browser": "ALL"}}
        answer = self.send("POST", "", {"capabilities": {"alwaysMatch": wanted}})
        self.base += "/" + answer["sessionId"]

    def send(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data, {"content-type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise SystemExit(f"WebDriver: {path}: {error.read().decode()[:400]}")

    def go(self, url):
        self.send("POST", "/url", {"url": url})

    def run(self, script):
        return self.send("POST", "/execute/sync", {"script": script, "args": []})

    def axe(self, source):
        """What axe-core finds against WCAG 2.1 A and AA. WebDriver's scripts are not subject to the page's policy."""
        self.run(source)
        found = self.send("POST", "/execute/async", {"args": [], "script": """
            const done = arguments[arguments.length - 1];
            axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']}).then(
                r => done({passes: r.passes.length, found: r.violations.map(v =>
                    v.id + ': ' + v.help + ': ' + v.nodes.map(n => n.target).join(' | '))}),
                e => done({passes: 0, found: [String(e)]}));"""})
        return found["found"] if found["passes"] else found["found"] + ["axe-core checked nothing"]

    def find(self, css):
        return self.send("POST", "/element", {"using": "css selector", "value": css})[ELEMENT]

    def type(self, css, text):
        self.send("POST", f"/element/{self.find(css)}/value", {"text": text})

    def click(self, css):
        """Clicks what leads to another page, and waits for that page. The width is emulated, so that WebDriver's own
        click, which aims at a place of the window, would miss what lies below it."""
        self.run(f"window.here = true; document.querySelector({json.dumps(css)}).click()")
        for _ in range(200):
            if self.run("return window.here !== true && document.readyState === 'complete'"):
                return
            time.sleep(0.05)
        raise SystemExit(f"nothing came after {css}")

    def width(self, pixels, height=900):
        override = {"width": pixels, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.cdp("Emulation.setDeviceMetricsOverride", override)

    def cdp(self, command, parameters):
        return self.send("POST", "/goog/cdp/execute", {"cmd": command, "params": parameters})

    def picture(self, path):
        """The whole page: the window is made as high as the page, because a picture beyond the window is shifted
        on some pages that run from right to left."""
        size = self.run("const e = document.documentElement; return [e.clientWidth, e.scrollHeight]")
        self.width(*size)
        path.write_bytes(base64.b64decode(self.cdp("Page.captureScreenshot", {"format": "png"})["data"]))
        self.width(size[0])

    def dark(self, on):
        value = "dark" if on else "light"
        self.cdp("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": value}]})

    def log(self):
        return self.send("POST", "/se/log", {"type": "browser"})

    def close(self):
        self.send("DELETE", "")


def check(browser, name, direction, axe, problems):
    seen = browser.run(
        """const root = document.documentElement;
        const small = [...document.querySelectorAll('button, input:not([type=hidden]), select, textarea')]
            .filter(e => e.offsetParent && e.type !== 'radio' && e.getBoundingClientRect().height < 24);
        const unnamed = [...document.querySelectorAll('input:not([type=hidden]), select, textarea')]
            .filter(e => e.labels.length === 0);
        const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
        return {lang: root.lang, dir: getComputedStyle(document.body).direction, wide: root.scrollWidth,
            view: root.clientWidth, small: small.length, unnamed: unnamed.length, headings:
            document.querySelectorAll('h1').length, captions: [...document.querySelectorAll('table')]
            .every(t => t.caption), twice: ids.length - new Set(ids).size,
            scripts: document.scripts.length, title: document.title,
            sheets: document.styleSheets.length, loaded: performance.getEntriesByType('resource').map(
                e => `${e.name} ${e.responseStatus} ${e.transferSize} ${Math.round(e.duration)} ms`)};""")
    wrong = []
    if seen["dir"] != direction:
        wrong.append(f"direction {seen['dir']}")
    if seen["wide"] > seen["view"]:
        wrong.append(f"scrolls sideways: {seen['wide']} pixels in {seen['view']}")
    for what, value, want in [("small targets", seen["small"], 0), ("fields without label", seen["unnamed"], 0),
                              ("first headings", seen["headings"], 1), ("tables with caption", seen["captions"], True),
                              ("identifiers used twice", seen["twice"], 0), ("scripts", seen["scripts"], 0)]:
        if value != want:
            wrong.append(f"{what}: {value}")
    if seen["sheets"] != 1:
        wrong.append(f"style sheets: {seen['sheets']}, of what was loaded: {seen['loaded']}")
    wrong += browser.axe(axe)
    wrong += [entry["message"] for entry in browser.log()]
    problems += [f"{name}: {what}" for what in wrong]


def main():
    port, addresses, pictures, profile, axe = sys.argv[1:]
    axe = pathlib.Path(axe).read_text()
    root, case, entry, draft, issued, received = pathlib.Path(addresses).read_text().split()[:6]
    pictures = pathlib.Path(pictures)
    pages = {"cases": root + "/cases", "case": case, "entry": entry, "office": root + "/office",
             "journal": root + "/office/journal", "draft": draft, "issued": issued, "received": received,
             "law": root + "/law?from=TJ&to=UZ&measure=stored-content&offence=illegal_access&on=2026-11-23",
             "law-compare": root + "/law/compare?state=TJ&state=UZ&state=KG&offence=illegal_access&offence=data_theft",
             "law-gaps": root + "/law/gaps?from=UZ&instrument=budapest2001",
             "law-to-verify": root + "/law/to-verify?from=UZ&to=AF&on=2026-11-23",
             "clocks": root + "/clocks", "statistics": root + "/requests/statistics",
             "versions": draft + "/compare", "exhibit": case + "/exhibits/1",
             "leads": case + "/leads", "captured": case + "/pages?find=1Boat"}
    browser, problems, count = Browser(port, profile), [], 0
    try:
        for language, direction in [("en", "ltr"), ("fa", "rtl"), ("ru", "ltr")]:
            browser.width(WIDTHS["wide"])
            browser.go(root + "/sign-in")
            browser.click(f"button[value={language}]")
            for width, pixels in WIDTHS.items():
                browser.width(pixels)
                browser.go(root + "/sign-in")
                check(browser, f"sign-in {language} {width}", direction, axe, problems)
                browser.picture(pictures / f"sign-in-{language}-{width}.png")
                count += 1
            browser.width(WIDTHS["wide"])
            browser.type("#officer", "Samar")
            browser.type("#passphrase", "the passphrase of Samar")
            browser.click("main button")
            for name, url in pages.items():
                for width, pixels in WIDTHS.items():
                    browser.width(pixels)
                    browser.go(url)
                    check(browser, f"{name} {language} {width}", direction, axe, problems)
                    browser.picture(pictures / f"{name}-{language}-{width}.png")
                    count += 1
            browser.width(WIDTHS["wide"])
            browser.dark(True)
            browser.go(case)
            browser.picture(pictures / f"case-{language}-dark.png")
            browser.dark(False)
            # A step by its form, as an officer takes it: the browser's own headers are what the node asks for.
            before = browser.run("return document.querySelectorAll('.timeline > li').length")
            browser.type("#close", f"Exercise in {language} ends")
            browser.click("form[action$='/close'] button")
            browser.type("#reopen", f"Exercise in {language} goes on")
            browser.click("form[action$='/reopen'] button")
            after = browser.run("return document.querySelectorAll('.timeline > li').length")
            if after != before + 2:
                problems.append(f"closing and reopening in {language}: {before} entries, then {after}")
            if not browser.run("return document.body.textContent.includes(\"<script>alert('x')</script>\")"):
                problems.append("the script in a note is not there as text")
            browser.click("form[action='/sign-out'] button")
            browser.go(case)
            if "/sign-in" not in browser.run("return location.pathname"):
                problems.append("the case can be read after signing out")
            problems += [f"steps in {language}: {entry['message']}" for entry in browser.log()]
    finally:
        browser.close()
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"pages: {count} views in three languages and three widths, {len(problems)} problems")
    return 1 if problems else 0


sys.exit(main())

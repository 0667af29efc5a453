"""What gisa-search --http answers, byte by byte where it matters."""

import csv
import gzip
import datetime
import json
import os
import pathlib
import re
import signal
import socket
import subprocess
import threading
import urllib.error
import urllib.parse
import urllib.request
import xml.etree.ElementTree

import pytest

SOURCE = pathlib.Path(os.environ["GISA_SOURCE"])
SEARCH = os.environ["GISA_SEARCH"]


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    database = tmp_path_factory.mktemp("news") / "news.db"
    subprocess.run([os.environ["GISA_INDEX"], "--db", database, SOURCE / "corpus"],
                   capture_output=True, check=True)
    return str(database)


@pytest.fixture(scope="module")
def page(database):
    server = subprocess.Popen([SEARCH, "--db", database, "--http", "127.0.0.1:0"],
                              stdout=subprocess.PIPE, text=True)
    yield server.stdout.readline().strip()
    server.send_signal(signal.SIGINT)
    assert server.wait(10) == 0


def get(page, path, method="GET", **parameters):
    url = page.rstrip("/") + path + ("?" + urllib.parse.urlencode(parameters) if parameters else "")
    try:
        with urllib.request.urlopen(urllib.request.Request(url, method=method), timeout=20) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def raw(page, request: bytes, wait=10.0) -> bytes:
    host, port = page.removeprefix("http://").rstrip("/").split(":")
    with socket.create_connection((host, int(port)), timeout=wait) as connection:
        connection.sendall(request)
        answer = b""
        while more := connection.recv(65536):
            answer += more
        return answer


def test_a_feed_has_the_newest_hits(page):
    status, headers, body = get(page, "/feed", q='알리바바 "의료" & <x>')
    assert (status, headers["Content-Type"]) == (200, "application/atom+xml; charset=utf-8")
    atom = "{http://www.w3.org/2005/Atom}"
    feed = xml.etree.ElementTree.fromstring(body)
    assert feed.findtext(f"{atom}title") == 'gisa: 알리바바 "의료" & <x>'
    found = json.loads(get(page, "/search", q='알리바바 "의료" & <x>', sort="newest", limit=50)[2])["hits"]
    entries = feed.findall(f"{atom}entry")
    assert [e.findtext(f"{atom}title") for e in entries] == [hit["title"] for hit in found] != []
    for element in [feed, *entries]:  # what RFC 4287, 4.1 wants of each
        assert element.findtext(f"{atom}id") and element.findtext(f"{atom}title")
        assert datetime.datetime.fromisoformat(element.findtext(f"{atom}updated")).utcoffset()
    assert len({e.findtext(f"{atom}id") for e in entries}) == len(entries)
    for entry in entries:
        link = entry.find(f"{atom}link").get("href")
        assert urllib.parse.urlsplit(link).scheme in ("http", "https")
    assert feed.findtext(f"{atom}updated") == max(e.findtext(f"{atom}updated") for e in entries)
    assert feed.find(f"{atom}link").get("href").startswith(page + "feed?q=")


def test_a_feed_of_nothing_is_a_feed(page):
    status, _, body = get(page, "/feed", q="없는말없는말")
    assert status == 200 and xml.etree.ElementTree.fromstring(body).tag.endswith("feed")
    assert get(page, "/feed", q="x", colour="red")[0] == 400
    assert get(page, "/feed", q="x" * 3000)[0] == 414


def test_a_browser_can_add_the_page_as_a_search_engine(page):
    status, headers, body = get(page, "/opensearch.xml")
    assert (status, headers["Content-Type"]) == (200, "application/opensearchdescription+xml; charset=utf-8")
    urls = [url.get("template") for url in xml.etree.ElementTree.fromstring(body).iter() if url.tag.endswith("Url")]
    assert urls == [f"{page}?q={{searchTerms}}", f"{page}feed?q={{searchTerms}}"]
    assert b'href="/opensearch.xml"' in get(page, "/")[2]


def test_the_archive_is_told(page, database, tmp_path):
    status, headers, body = get(page, "/archive")
    archive = json.loads(body)
    assert (status, headers["Content-Type"]) == (200, "application/json; charset=utf-8")
    assert archive["articles"] == json.loads(get(page, "/search", q="*", totals="true")[2])["total"]
    oldest, newest = (json.loads(get(page, "/search", q="*", sort=sort, limit=1)[2])["hits"][0]["date"]
                      for sort in ("oldest", "newest"))
    assert (archive["first_date"], archive["last_date"]) == (oldest, newest)
    by_press = json.loads(get(page, "/search", q="*", facet="press")[2])["facets"]["press"]["values"]
    assert sorted(archive["newspapers"]) == sorted(value["value"] for value in by_press)
    changed = datetime.datetime.fromisoformat(archive["updated"] + "+09:00")
    age = datetime.datetime.now(datetime.timezone.utc) - changed
    assert datetime.timedelta(0) <= age < datetime.timedelta(minutes=10)


def rows(body):
    return list(csv.reader(body.decode("utf-8-sig").splitlines(keepends=True)))


def test_a_table_is_that_of_the_program(page, database):
    status, headers, body = get(page, "/export.csv", q="정부", sort="newest")
    command = [SEARCH, "-q", "--db", database, "--format", "csv", "--sort", "newest", "정부"]
    assert (status, headers["Content-Type"]) == (200, "text/csv; charset=utf-8")
    assert body == subprocess.run(command, capture_output=True).stdout
    disposition = headers["Content-Disposition"]
    assert disposition.startswith("attachment;") and urllib.parse.unquote(disposition).endswith("''기사 정부.csv")
    assert "\n" not in get(page, "/export.csv", q="x\r\nSet-Cookie: a=b")[1]["Content-Disposition"]


def test_a_workbook_has_the_rows_of_the_table(page, tmp_path):
    status, headers, body = get(page, "/export.xlsx", q="정부", columns="id,date,press,by,title,section,text,url,modified")
    assert (status, headers["Content-Type"]) == \
        (200, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    assert urllib.parse.unquote(headers["Content-Disposition"]).endswith("''기사 정부.xlsx")
    (tmp_path / "news.xlsx").write_bytes(body)
    again = str(tmp_path / "again")
    subprocess.run([os.environ["GISA_INDEX"], "--db", again, tmp_path / "news.xlsx"], check=True, capture_output=True)
    command = [SEARCH, "-q", "--db", again, "--format", "csv", "*"]
    read_back = rows(subprocess.run(command, capture_output=True).stdout)
    assert sorted(read_back) == sorted(rows(get(page, "/export.csv", q="정부")[2]))


def test_the_page_is_told_which_tables_there_are(page):
    status, headers, body = get(page, "/tables.js")
    assert status == 200 and headers["Content-Type"].startswith("text/javascript")
    assert body.decode() == 'export const TABLES = ["csv","xlsx"];\n'


def test_a_table_has_every_article_in_parts_that_lead_on(page):
    total = json.loads(get(page, "/search", q="정부", totals="true")[2])["total"]
    whole = rows(get(page, "/export.csv", q="정부", columns="id,title")[2])
    assert whole[0] == ["뉴스 식별자", "제목"] and len(whole) == 1 + total
    assert get(page, "/export.csv", q="정부")[1]["Link"] is None
    found, path = [], "/export.csv?" + urllib.parse.urlencode({"q": "정부", "columns": "id,title", "limit": 5})
    while path:
        _, headers, body = get(page, path)
        found += rows(body)[1:]
        link = headers["Link"]
        path = link and re.fullmatch(r'<(.*)>; rel="next"', link)[1]
        assert len(rows(body)) == 6 or not path
    assert found == whole[1:]


def test_the_json_is_that_of_the_program(page, database):
    status, headers, body = get(page, "/search", q="알리바바 의료", limit=3, sort="newest", all="true")
    command = [SEARCH, "--db", database, "--format", "json", "-n", "3", "--sort", "newest", "--all",
               "알리바바 의료"]
    assert status == 200
    assert headers["Content-Type"] == "application/json; charset=utf-8"
    assert json.loads(body) == json.loads(subprocess.run(command, capture_output=True).stdout)


def test_every_answer_is_guarded(page):
    for path in ("/", "/page.js", "/page.css", "/search?q=x", "/nothing"):
        headers = get(page, path)[1]
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Access-Control-Allow-Origin"] is None


def test_the_page_uses_nothing_from_outside(page):
    files = sorted(file.name for file in (SOURCE / "searcher/server/page").iterdir())
    assert "page.html" in files
    for name in files:
        status, _, body = get(page, "/" if name == "page.html" else "/" + name)
        text = body.decode()
        assert status == 200, f"{name} is not part of the program: see assets in searcher/CMakeLists.txt"
        assert "http:" not in text.replace("https?:", "").replace("http://www.w3.org/2000/svg", "") and "//cdn" not in text
        assert "innerHTML" not in text and "eval(" not in text


def test_an_article_is_whole_and_marked(page):
    hits = json.loads(get(page, "/article", id="tech/alibaba-clinic.txt", q="알리바바")[2])["hits"]
    text = "".join(hit["text"] for hit in hits)
    source = (SOURCE / "corpus/tech/alibaba-clinic.txt").read_text()
    assert " ".join(text.split()) in " ".join(source.split())
    assert len(text) > 0.8 * len(source)
    assert any(hit["highlights"] for hit in hits)
    assert not any(hit["highlights"] for hit in
                   json.loads(get(page, "/article", id="tech/alibaba-clinic.txt")[2])["hits"])


@pytest.mark.parametrize(
    ("path", "parameters", "status", "code"),
    [
        ("/search", {"q": "x" * 2001}, 414, "usage"),
        ("/search", {"q": "x", "db": "/etc"}, 400, "usage"),
        ("/search", {"q": "x", "limit": "many"}, 400, "usage"),
        ("/search", {"q": "x", "synonyms": "/etc/passwd"}, 400, "usage"),
        ("/article", {"id": "none"}, 404, "input"),
        ("/article", {"id": "none", "q": "x" * 2001}, 414, "usage"),
        ("/none", {}, 404, "usage"),
        ("/%zz", {}, 400, "usage"),
        ("/search", {"q": "\0\x7f"}, 200, None),
        ("/search", {"q": ""}, 200, None),
        ("/search", {}, 400, "usage"),
        ("/search", {"limit": "3"}, 400, "usage"),
        ("/search", {"like": "tech/alibaba-clinic.txt"}, 200, None),
        ("/feed", {}, 400, "usage"),
        ("/export.csv", {}, 400, "usage"),
        ("/export.csv", {"q": "x", "columns": "colour"}, 400, "usage"),
        ("/export.xlsx", {"q": "x", "columns": "colour"}, 400, "usage"),
        ("/export.csv", {"q": "x" * 2001}, 414, "usage"),
        ("/article", {}, 400, "usage"),
    ],
)
def test_what_is_wrong_is_told(page, path, parameters, status, code):
    got, _, body = get(page, path, **parameters)
    assert got == status
    assert json.loads(body).get("error", {}).get("code") == code


METHODS = [
    ("/search", "GET, HEAD, POST, OPTIONS"),
    ("/article", "GET, HEAD, POST, OPTIONS"),
    ("/healthz", "GET, HEAD, OPTIONS"),
    ("/openapi.json", "GET, HEAD, OPTIONS"),
    ("/", "GET, HEAD, OPTIONS"),
]


@pytest.mark.parametrize(("path", "methods"), METHODS)
def test_methods(page, path, methods):
    for method in ("DELETE", "PUT") + (() if "POST" in methods else ("POST",)):
        status, headers, _ = get(page, path, method=method)
        assert (status, headers["Allow"]) == (405, methods)
    status, headers, body = get(page, path, method="OPTIONS")
    assert (status, headers["Allow"], body) == (204, methods, b"")
    wanted = {"/article": {"id": "tech/alibaba-clinic.txt"}, "/search": {"q": "정부"}, "/feed": {"q": "정부"}}
    found = "?" + urllib.parse.urlencode(wanted.get(path, {}))
    status, headers, body = get(page, path + found, method="HEAD")
    assert (status, body) == (200, b"") and int(headers["Content-Length"]) > 10


def post(page, path, body, content_type="application/json", **headers):
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    request = urllib.request.Request(page.rstrip("/") + path, data, {"Content-Type": content_type, **headers})
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        return error.code, json.load(error)


def test_json_asks_the_same(page):
    options = {"limit": 3, "sort": "newest", "all": True, "facet": ["press", "month"]}
    asked = get(page, "/search", q="알리바바 의료", limit=3, sort="newest", all="true", facet="press,month")
    assert post(page, "/search", {"query": "알리바바 의료", "options": options}) == (200, json.loads(asked[2]))
    article = get(page, "/article", id="tech/alibaba-clinic.txt", q="알리바바")
    body = {"id": "tech/alibaba-clinic.txt", "query": "알리바바"}
    assert post(page, "/article", body, "application/json; charset=utf-8") == (200, json.loads(article[2]))


BAD_BODIES = [
    ("/search", b"", 400, "no JSON"),
    ("/search", b"{", 400, "JSON"),
    ("/search", b"[]", 400, "a request that is no JSON object"),
    ("/search", {}, 400, "a request without a query"),
    ("/search", {"query": 3}, 400, "query is no string"),
    ("/search", {"query": "x", "limit": 3}, 400, "there is no limit in a request; there are id, query, options"),
    ("/search", {"query": "x", "options": {"limt": 3}}, 400, "there is no option limt in a request"),
    ("/search", {"query": "x", "options": {"limit": "ten"}}, 400, "limit cannot be ten"),
    ("/search", {"query": "x", "options": {"all": 1}}, 400, "all cannot be 1"),
    ("/search", {"query": "x" * 2001}, 413, "the query is longer than 2000 bytes"),
    ("/search", b"[" * 100_000, 400, "JSON"),
    ("/article", {}, 400, "an article without an id"),
    ("/article", {"id": 3}, 400, "id is no string"),
    ("/article", {"id": "x", "q": "y"}, 400, "there is no q in a request for an article"),
    ("/article", {"id": "none"}, 404, "no article has the id none"),
]


@pytest.mark.parametrize(("path", "body", "status", "message"), BAD_BODIES)
def test_what_is_wrong_with_a_body_is_named(page, path, body, status, message):
    got, problem = post(page, path, body)
    assert got == status and message in problem["detail"] and "--" not in problem["detail"]


def test_a_form_of_another_page_cannot_post(page):
    for content_type in ("text/plain", "application/x-www-form-urlencoded", ""):
        assert post(page, "/search", {"query": "x"}, content_type)[0] == 415


def test_problems_are_those_of_rfc_9457(page):
    status, headers, body = get(page, "/search", q="x", limit="many")
    assert (status, headers["Content-Type"]) == (400, "application/problem+json")
    assert json.loads(body) == {
        "type": "about:blank", "title": "Bad Request", "status": 400,
        "detail": "limit cannot be many; give a whole number from 0 on",
        "error": {"code": "usage", "message": "limit cannot be many", "hint": "give a whole number from 0 on"},
    }


def request(page, path, **headers):
    asked = urllib.request.Request(page.rstrip("/") + path,
                                   headers={name.replace("_", "-"): value for name, value in headers.items()})
    try:
        with urllib.request.urlopen(asked, timeout=20) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def test_what_a_client_has_already_is_not_sent_again(tmp_path):
    news = tmp_path / "news"
    news.mkdir()
    (news / "a.txt").write_text("첫눈\n\n서울에 첫눈이 내렸다.\n")
    index = [os.environ["GISA_INDEX"], "--db", tmp_path / "db", news]
    subprocess.run(index, capture_output=True, check=True)
    server = subprocess.Popen([SEARCH, "--db", tmp_path / "db", "--http", "127.0.0.1:0"],
                              stdout=subprocess.PIPE, text=True)
    page = server.stdout.readline().strip()
    path = "/search?q=" + urllib.parse.quote("서울")
    status, headers, body = request(page, path)
    tag = headers["ETag"]
    assert status == 200 and headers["Cache-Control"] == "private, no-cache"
    assert request(page, path, If_None_Match=tag)[::2] == (304, b"")
    assert request(page, path, If_None_Match=f'W/"0", {tag}')[0] == 304
    assert request(page, path, If_None_Match='W/"0"')[::2] == (200, body)
    assert request(page, path + "&limit=1", If_None_Match=tag)[0] == 200
    (news / "b.txt").write_text("장마\n\n서울에 장맛비가 내렸다.\n")
    subprocess.run(index, capture_output=True, check=True)
    status, headers, body = request(page, path, If_None_Match=tag)
    assert status == 200 and headers["ETag"] != tag and json.loads(body)["total"] == 2
    server.send_signal(signal.SIGINT)
    assert server.wait(10) == 0


ENCODINGS = [
    ("gzip", True), ("br, gzip;q=0.5", True), ("*", True), ("X-GZIP", True), ("GZIP ; q=1.0", True),
    ("", False), ("identity", False), ("br", False), ("gzip;q=0", False), ("gzip;q=0.000, *", False),
    ("*;q=0", False), ("gzipped", False),
]


@pytest.mark.parametrize(("accepted", "packed"), ENCODINGS)
def test_answers_are_packed_for_who_takes_it(page, accepted, packed):
    path = "/search?q=" + urllib.parse.quote("알리바바 의료")
    plain = request(page, path)[2]
    _, headers, body = request(page, path, Accept_Encoding=accepted)
    assert (headers["Content-Encoding"] == "gzip") == packed
    assert "Accept-Encoding" in headers["Vary"]
    assert (gzip.decompress(body) if packed else body) == plain
    assert not packed or len(body) < len(plain) / 2
    assert request(page, "/healthz", Accept_Encoding="gzip")[2] == b'{"status":"ok"}'


def test_a_site_that_is_named_may_ask(database):
    site = "https://desk.example"
    server = subprocess.Popen([SEARCH, "--db", database, "--http", "127.0.0.1:0", "--allow-origin", site,
                               "--allow-origin", "http://Other.example:8080"],
                              stdout=subprocess.PIPE, text=True)
    page = server.stdout.readline().strip()
    for origin, status in ((site, 200), ("http://other.example:8080", 200), ("https://evil.example", 403),
                           ("https://desk.example.evil.example", 403), ("http://desk.example", 403), ("null", 403)):
        got, headers, _ = request(page, "/search?q=x", Origin=origin, Sec_Fetch_Site="cross-site")
        assert got == status
        assert headers["Access-Control-Allow-Origin"] == (origin if status == 200 else None)
        assert "Origin" in headers["Vary"]
    asked = {"Origin": site, "Access-Control-Request-Method": "POST",
             "Access-Control-Request-Headers": "content-type"}
    preflight = urllib.request.Request(page + "search", headers=asked, method="OPTIONS")
    with urllib.request.urlopen(preflight, timeout=20) as answer:
        assert answer.status == 204
        assert "POST" in answer.headers["Access-Control-Allow-Methods"]
        assert "Content-Type" in answer.headers["Access-Control-Allow-Headers"]
    assert post(page, "/search", {"query": "x"}, Origin=site)[0] == 200
    server.send_signal(signal.SIGINT)
    assert server.wait(10) == 0


@pytest.mark.parametrize("site", ["*", "null", "desk.example", "https://", "https://desk.example/page", "ftp://a"])
def test_what_is_no_origin_is_refused(database, site):
    run = subprocess.run([SEARCH, "--db", database, "--http", "127.0.0.1:0", "--allow-origin", site],
                         capture_output=True, text=True)
    assert run.returncode == 2 and f"{site} is no origin of a site" in run.stderr


def test_the_interface_describes_itself(page):
    document = get(page, "/openapi.json")[2].decode()
    assert document == (SOURCE / "docs/openapi.json").read_text(), \
        "make docs/openapi.json anew: curl http://127.0.0.1:8080/openapi.json >docs/openapi.json"
    paths = json.loads(document)["paths"]
    help_text = subprocess.run([SEARCH, "--help"], capture_output=True, text=True).stdout
    what_to_find = re.findall(r"--([a-z-]+)", help_text[help_text.index("What to find"):help_text.index("The program")])
    by_url = {parameter["name"] for parameter in paths["/search"]["get"]["parameters"]}
    body = paths["/search"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    by_json = set(body["properties"]["options"]["properties"])
    expected = {name.replace("-", "_") for name in what_to_find} - {"timeout"}
    assert by_json == expected and by_url == expected | {"q"}
    assert get(page, "/json.schema")[2] == (SOURCE / "docs/json.schema").read_bytes()


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1", "", "127.0.0.1:1"])
def test_a_page_elsewhere_cannot_ask(page, host):
    answer = raw(page, f"GET /search?q=x HTTP/1.1\r\nConnection: close\r\nHost: {host}\r\n\r\n".encode())
    assert answer.startswith(b"HTTP/1.1 403 ")


def test_many_at_a_time_are_all_answered(page):
    answers = []

    def ask():
        answers.append(get(page, "/search", q="정부", facet="press,month")[0])

    threads = [threading.Thread(target=ask) for _ in range(40)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [200] * 40


def test_addresses_that_cannot_be_had(database, page):
    taken = page.removeprefix("http://").rstrip("/")
    for address in (taken, "nowhere", "127.0.0.1", "127.0.0.1:x", "127.0.0.1:99999", "example.com:80"):
        run = subprocess.run([SEARCH, "--db", database, "--http", address], capture_output=True, text=True)
        assert run.returncode == 2
        assert run.stderr.startswith("gisa-search: ") and run.stderr.count("\n") == 1

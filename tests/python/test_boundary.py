"""Whatever a program hands over, it meets gisa.Error or gets what it asked for; forks are no trap."""

import multiprocessing
import os
import threading

import pytest

import gisa

ODD_IDS = [
    "각",  # NFD, as a Mac writes it
    "기\u200b사",
    "가\u00adb",
    "a\x00b",
    "a\nb",
    "a\r\nb",
    " a ",
    "\ufeffa",
    "a\u202eb",
    "half \ud800",
    "\ud83d\ude00",
    "a\x1b[2Jb",
    "\x85a\u2028b",
]


@pytest.mark.parametrize("id", ODD_IDS, ids=ascii)
@pytest.mark.parametrize("committed", [False, True])
def test_what_is_stored_under_an_id_is_found_by_it(tmp_path, id, committed):
    with gisa.Indexer(tmp_path / "db") as indexer:
        indexer.add(id="other", title="장마", body="장맛비가 내렸다.")
        indexer.add(id=id, title="첫눈", body="서울에 첫눈이 내렸다.")
        if committed:
            indexer.commit()
            with gisa.Searcher(tmp_path / "db") as searcher:
                found = searcher.search("첫눈").hits[0].id
                assert searcher.search(like=found).total >= 0
                assert searcher.search(like=id).total >= 0
            indexer.add(id=found, title="첫눈", body="부산에 첫눈이 내렸다.")
        assert indexer.remove(id)
        assert not indexer.remove(id)
        assert indexer.commit() == 1


@pytest.mark.parametrize("name", ["title", "body", "press", "by", "url", "date", "modified", "section"])
@pytest.mark.parametrize("value", [3, None, b"x", ["x"], {}], ids=repr)
def test_a_field_that_is_no_text_is_named(tmp_path, name, value):
    with gisa.Indexer(tmp_path / "db") as indexer:
        with pytest.raises(gisa.UsageError, match=f"{name} must be a str, not {type(value).__name__}"):
            indexer.add(id="1", **{name: value})


@pytest.mark.parametrize("value", [3, None, object()], ids=["int", "None", "object"])
def test_what_is_no_path_is_said_to_be_none(value):
    for opened in (gisa.Searcher, gisa.Indexer):
        with pytest.raises(gisa.UsageError, match="must be a str"):
            opened(value)


def test_options_of_no_kind_are_refused(corpus):
    with gisa.Searcher(corpus) as searcher:
        for options in ({"limit": object()}, {"since": 3}, {"facet": [b"press"]}, {"query": 3}):
            with pytest.raises(gisa.UsageError):
                searcher.search(**options)


@pytest.mark.parametrize("field", ["title", "id"])
def test_a_field_that_is_too_long_is_named(tmp_path, field):
    with gisa.Indexer(tmp_path / "db") as indexer:
        with pytest.raises(gisa.UsageError, match=f"the {field} of an article is longer than 64 kB"):
            indexer.add(**{"id": "1", "title": "첫눈", field: "눈" * 30000})


def test_an_id_of_which_nothing_can_be_seen_is_none(tmp_path):
    with gisa.Indexer(tmp_path / "db") as indexer, pytest.raises(gisa.UsageError):
        indexer.add(id="\u200b\u00ad\n", title="첫눈")


@pytest.mark.parametrize("text", ["\ud800", "눈 \udfff", "\ud83d\ude00", "a\x00b", "\udcff"], ids=ascii)
def test_halves_of_surrogates_and_nul(corpus, text):
    with gisa.Searcher(corpus) as searcher:
        searcher.search(text)
        for option in ("since", "like", "recent"):
            with pytest.raises(gisa.Error):
                searcher.search("눈", **{option: text})
    with pytest.raises(gisa.Error):
        gisa.Searcher(f"no such {text.replace(chr(0), '')} database".encode("utf-8", "surrogatepass"))


def test_a_child_that_closes_its_copy_leaves_the_parent_its_own(tmp_path):
    indexer = gisa.Indexer(tmp_path / "db")
    indexer.add(id="1", title="첫눈", body="서울에 첫눈이 내렸다.")

    def child():
        with pytest.raises(gisa.UsageError):
            indexer.commit()
        indexer.close()

    in_child(child)
    assert (tmp_path / "db" / "scratch").is_dir()
    assert indexer.commit() == 1


def test_a_fork_while_another_thread_searches_does_not_hang_the_child(corpus):
    searcher = gisa.Searcher(corpus)
    stop = threading.Event()

    def search():
        while not stop.is_set():
            searcher.search("정부", facet=["press", "month"])

    thread = threading.Thread(target=search)
    thread.start()

    def child():
        try:
            searcher.search("눈")
        except gisa.UsageError as error:
            assert "fork" in str(error)
        with gisa.Searcher(corpus) as own:
            own.search("눈")

    try:
        for _ in range(20):
            in_child(child)
    finally:
        stop.set()
        thread.join()


def in_child(work):
    child = multiprocessing.get_context("fork").Process(target=work)
    child.start()
    child.join(20)
    alive = child.is_alive()
    if alive:
        child.kill()
    assert not alive and child.exitcode == 0


def test_a_deep_request_is_refused(corpus):
    with gisa.Searcher(corpus) as searcher, pytest.raises(gisa.UsageError):
        searcher._native.search("눈", '{"limit":' + "[" * 100_000 + "]" * 100_000 + "}")


def test_a_folder_that_cannot_be_made(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(gisa.OutputError):
        gisa.Indexer(tmp_path / "file" / "db")
    if os.geteuid() != 0:
        (tmp_path / "closed").mkdir(mode=0o500)
        with pytest.raises(gisa.OutputError):
            gisa.Indexer(tmp_path / "closed" / "db")

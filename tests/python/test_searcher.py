import dataclasses
import datetime
import inspect
import json
import os
import pickle
import re
import subprocess
import sys
import threading

import gisa
import pytest


def test_hits_are_those_of_the_program(corpus, search_program):
    command = [search_program, "--db", corpus, "--format", "json", "-n", "5", "알리바바 의료"]
    printed = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    with gisa.Searcher(corpus) as searcher:
        result = searcher.search("알리바바 의료", limit=5)
    assert result.to_dict() == printed
    assert [hit.to_dict() for hit in result] == printed["hits"]
    assert [hit.id for hit in result] == [hit["id"] for hit in printed["hits"]]
    assert result.total == printed["total"]


def test_offsets_count_characters(corpus):
    with gisa.Searcher(corpus) as searcher:
        hit = searcher.search("title:(무료 의료 상담) 병원")[0]
    assert {hit.title[begin:end] for begin, end in hit.title_highlights} >= {"무료", "의료", "상담"}
    assert {hit.text[begin:end] for begin, end in hit.highlights} >= {"병원"}
    assert "병원" in hit.snippet_text


def test_a_result_is_a_sequence_of_plain_values(corpus):
    with gisa.Searcher(corpus) as searcher:
        result = searcher.search("정부", limit=3)
    assert len(result) == 3 == len(list(result))
    assert [hit.rank for hit in result[1:]] == [2, 3]
    assert dataclasses.is_dataclass(result[0])
    assert pickle.loads(pickle.dumps(result)) == result


def test_options_are_those_of_the_program(search_program):
    help_text = subprocess.run([search_program, "--help"], check=True, capture_output=True, text=True)
    what_to_find = help_text.stdout.split("What to find:")[1].split("The program:")[0]
    of_program = set(re.findall(r"--([a-z-]+)", re.sub(r"  +[^-\[ ].*", "", what_to_find)))
    of_module = set(inspect.signature(gisa.Searcher.search).parameters) - {"self", "query"}
    assert {name.replace("-", "_") for name in of_program} == of_module
    described = re.findall(r"^ +([a-z_, ]+): ", gisa.Searcher.search.__doc__, re.MULTILINE)
    assert {name for names in described for name in names.split(", ")} == of_module


@pytest.mark.parametrize(
    ("options", "holds"),
    [
        ({"count": True}, lambda r: r.total_exact and not r.hits),
        ({"facet": ["press", "year"]}, lambda r: set(r.facets) == {"press", "year"} and not r.hits),
        ({"facet": ["year"], "limit": 1}, lambda r: len(r) == 1 and sum(r.facets["year"].values.values())),
        ({"only": ["month:2019-07", "month:2020-02"]}, lambda r: {h.date[:7] for h in r} == {"2019-07", "2020-02"}),
        ({"sort": "newest"}, lambda r: [h.date for h in r] == sorted((h.date for h in r), reverse=True)),
        ({"explain": True}, lambda r: r.stages and r[0].features),
        ({"trend": "month"}, lambda r: r.trend.period == "month" and sum(r.trend.articles[0]) and not r.hits),
        ({"trend": "auto", "versus": "의료"}, lambda r: len(r.trend.shares) == 2),
        ({"related": True}, lambda r: r.related and not r.hits),
        ({"totals": True}, lambda r: r.total_exact and r.hits),
        ({"limit": "all"}, lambda r: len(r) == r.total and r.total_exact),
        ({"offset": 1, "limit": 1}, lambda r: r[0].rank == 2),
        ({"since": "2999"}, lambda r: not r.hits),
    ],
)
def test_options(corpus, options, holds):
    with gisa.Searcher(corpus) as searcher:
        assert holds(searcher.search("정부", **options))


def test_repairs_are_notes(corpus):
    with gisa.Searcher(corpus) as searcher:
        result = searcher.search("dkfflqkqk")
        assert [note.kind for note in result.notes] == ["corrected"]
        assert result.notes[0].query == "알리바바"
        assert not searcher.search("dkfflqkqk", no_correct=True).hits


@pytest.mark.parametrize(
    ("work", "kind", "builtin"),
    [
        (lambda s: s.search("정부", sort="best"), gisa.UsageError, ValueError),
        (lambda s: s.search("정부", limit="five"), gisa.UsageError, ValueError),
        (lambda s: s.search(like="no-such-article"), gisa.InputError, LookupError),
        (lambda s: gisa.Searcher("/nowhere/news.db"), gisa.DatabaseMissing, FileNotFoundError),
        (lambda s: gisa.Searcher(s_folder), gisa.DatabaseForeign, gisa.Error),
    ],
)
def test_errors(corpus, work, kind, builtin, tmp_path):
    (tmp_path / "file").write_text("")
    global s_folder
    s_folder = tmp_path
    with gisa.Searcher(corpus) as searcher:
        with pytest.raises(kind) as raised:
            work(searcher)
        assert isinstance(raised.value, builtin)
        assert raised.value.message


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"limit": "five"}, "limit cannot be five (give a whole number from 0 on)"),
        ({"limit": 1.5}, "limit cannot be of the type float"),
        ({"budget": -1}, "budget cannot be -1 (give a whole number from 0 on)"),
        ({"context": object()}, "context cannot be of the type object"),
        ({"count": "yes"}, 'count cannot be "yes" (give true or false)'),
        ({"facet": 5}, "facet must be a str or a list of them, not 5"),
        ({"facet": ["press", 5]}, "facet must be a str or a list of them, not ['press', 5]"),
        ({"trend": "month", "versus": 5}, "versus must be a str or a list of them, not 5"),
        ({"since": 5}, "since must be a str, not int"),
    ],
)
def test_what_is_wrong_with_an_option_is_named(corpus, options, message):
    with gisa.Searcher(corpus) as searcher, pytest.raises(gisa.UsageError) as raised:
        searcher.search("정부", **options)
    assert str(raised.value) == message


def test_days_are_dates_of_python_too(corpus):
    with gisa.Searcher(corpus) as searcher:
        day = datetime.date(2020, 2, 1)
        as_date = searcher.search("정부", since=day, limit=100)
        assert as_date.total == searcher.search("정부", since="2020-02-01", limit=100).total
        noon = datetime.datetime(2020, 2, 1, 12)
        assert as_date.total == searcher.search("정부", since=noon, limit=100).total


def test_one_facet_may_be_a_text(corpus):
    with gisa.Searcher(corpus) as searcher:
        assert list(searcher.search("정부", facet="press").facets) == ["press"]
        assert list(searcher.search("정부", facet=["press", "year"]).facets) == ["press", "year"]


def test_a_result_prints_as_a_line(corpus):
    with gisa.Searcher(corpus) as searcher:
        result = searcher.search("정부", limit=2)
        assert repr(result).startswith("<Result '정부': 2 hits, ")
        assert repr(result[0]).startswith("<Hit 1: ")
        assert max(len(repr(result)), len(repr(result[0]))) < 200


def test_a_result_is_a_table_of_pandas(corpus):
    pytest.importorskip("pandas")
    with gisa.Searcher(corpus) as searcher:
        table = searcher.search("정부", limit=2).to_pandas()
        assert len(table) == 2
        assert "title" in table.columns
        assert not any(name.startswith("_") for name in table.columns)


def test_synonyms_are_a_file(corpus, tmp_path):
    (tmp_path / "names").write_text("마윈그룹 => 알리바바\n")
    with gisa.Searcher(corpus, synonyms=tmp_path / "names") as searcher:
        assert searcher.search("마윈그룹").hits
    with gisa.Searcher(corpus) as searcher:
        assert not searcher.search("마윈그룹", no_correct=True).hits


def test_a_closed_searcher_says_so(corpus):
    searcher = gisa.Searcher(corpus)
    searcher.close()
    searcher.close()
    with pytest.raises(gisa.UsageError, match="closed"):
        searcher.search("정부")


def test_threads_may_share_a_searcher(corpus):
    queries = ["정부", "알리바바", "올림픽", "선거"] * 10
    with gisa.Searcher(corpus) as searcher:
        alone = [searcher.search(query).to_dict() for query in queries]
        answers = [None] * len(queries)

        def ask(at):
            answers[at] = searcher.search(queries[at]).to_dict()

        threads = [threading.Thread(target=ask, args=(at,)) for at in range(len(queries))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert answers == alone


def test_all_hits_are_read_a_page_at_a_time(corpus, monkeypatch):
    monkeypatch.setattr("gisa.searcher._PAGE", 3)
    with gisa.Searcher(corpus) as searcher:
        everything = [hit.id for hit in searcher.search("정부", limit=1000)]
        assert len(everything) > 6
        assert [hit.id for hit in searcher.hits("정부")] == everything
        assert [hit.id for hit in searcher.hits("정부", limit=5)] == everything[:5]
        assert [hit.id for hit in searcher.hits("정부", limit=3, offset=2)] == everything[2:5]
        assert list(searcher.hits("정부", limit=0)) == []
        with pytest.raises(gisa.UsageError):
            next(searcher.hits("정부", sort="best"))


def test_an_article_is_whole_and_marked(corpus):
    with gisa.Searcher(corpus) as searcher:
        passages = searcher.article("tech/alibaba-clinic.txt", "알리바바")
        assert {passage.id for passage in passages} == {"tech/alibaba-clinic.txt"}
        assert any(passage.highlights for passage in passages)
        assert not any(passage.highlights for passage in searcher.article("tech/alibaba-clinic.txt"))
        with pytest.raises(gisa.InputError):
            searcher.article("none")


def test_a_hit_says_where_it_stands_in_its_article(corpus):
    with gisa.Searcher(corpus) as searcher:
        for hit in searcher.hits("*", per_article=0):
            begin, end = hit.place
            text = searcher.article_text(hit.id)
            assert text[begin:end] == hit.text, hit.passage_id
            passages = {passage.passage_id: passage for passage in searcher.article(hit.id)}
            assert passages[hit.passage_id].place == hit.place


def test_passages_for_a_model_have_neighbours_and_a_budget(corpus):
    with gisa.Searcher(corpus) as searcher:
        alone = searcher.search("정부", limit=20, per_article=0)
        wide = searcher.search("정부", limit=20, per_article=0, context_passages=1, budget=3000)
        assert [hit.passage_id for hit in wide[:3]] == [hit.passage_id for hit in alone[:3]]
        assert len(wide[0].text) > len(alone[0].text)
        assert sum(len(hit.text) for hit in wide) <= 3000
        assert wide.left_out > 0 and str(wide.left_out) in wide.notes[-1].text
        for hit in wide:
            begin, end = hit.place
            assert searcher.article_text(hit.id)[begin:end] == hit.text
        everywhere = list(searcher.hits("정부", per_article=0, context_passages=1))
        assert {hit.id for hit in everywhere} == {hit.id for hit in searcher.hits("정부")}
        with pytest.raises(gisa.UsageError, match="limit cannot be five"):
            next(searcher.hits("정부", limit="five"))
        assert len(list(searcher.hits("정부", limit="all"))) == len(list(searcher.hits("정부")))
        with pytest.raises(gisa.UsageError, match="hits\\(\\) has no budget"):
            next(searcher.hits("정부", budget=10))


def test_several_databases_are_one(corpus, tmp_path):
    with gisa.Indexer(tmp_path / "more.db") as indexer:
        indexer.add(id="more", title="첫눈", body="알리바바가 서울에 첫눈 사진을 보냈다.")
    with gisa.Searcher(corpus) as one, gisa.Searcher([corpus, tmp_path / "more.db"]) as both:
        assert both.search("알리바바", count=True).total == one.search("알리바바", count=True).total + 1
    with pytest.raises(gisa.DatabaseMissing):
        gisa.Searcher([corpus, tmp_path / "none.db"])
    with gisa.Searcher([corpus, tmp_path / "none.db"], partial=True) as partial:
        assert "partial" in [note.kind for note in partial.search("알리바바").notes]
    with pytest.raises(gisa.UsageError, match="no database given"):
        gisa.Searcher([])


@pytest.mark.parametrize(
    ("arguments", "status", "out", "err"),
    [
        (["알리바바 의료", "-n", "1"], 0, "1. \"기침이 나는데", ""),
        (["알리바바", "--json"], 0, '{"schema"', ""),
        (["xyzzy"], 1, "", ""),
        (["알리바바", "--db", "/none"], 2, "", "gisa: there is no database at /none"),
    ],
)
def test_the_package_is_a_program(corpus, arguments, status, out, err):
    run = subprocess.run([sys.executable, "-m", "gisa", *arguments], capture_output=True, text=True,
                         env={**os.environ, "GISA_DB": str(corpus)})
    assert run.returncode == status
    assert run.stdout.startswith(out) and run.stderr.startswith(err)

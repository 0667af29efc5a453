import datetime
import threading
import time

import gisa
import pytest


def found(database, query):
    with gisa.Searcher(database) as searcher:
        return [hit.id for hit in searcher.search(query, no_correct=True)]


def test_with_commits(tmp_path):
    database = tmp_path / "news.db"
    with gisa.Indexer(database) as indexer:
        indexer.add(id="1", title="첫눈", body="서울에 첫눈이 내렸다.", date="2020.02.03 오전 9:14")
        indexer.add(id="2", title="장마", body="부산에 장마가 왔다.", by="김서연")
    assert found(database, "첫눈") == ["1"]
    assert found(database, "by:김서연") == ["2"]
    with gisa.Searcher(database) as searcher:
        assert searcher.search("첫눈")[0].date == "2020-02-03T09:14"


def test_sections_are_searched_and_counted(tmp_path):
    with gisa.Indexer(tmp_path / "db") as indexer:
        indexer.add(id="1", title="예산안 처리", section="정치>국회_정당; 경제")
        indexer.add(id="2", title="예산안 공청회", section="정치")
    with gisa.Searcher(tmp_path / "db") as searcher:
        hit = searcher.search("section:국회")[0]
        assert (hit.id, hit.section, hit.record) == ("1", "정치>국회_정당, 경제", 0)
        counted = searcher.search("예산안", facet="section", only="section:경제")
        assert counted.total == 1
        assert counted.facets["section"].values == {"정치": 2, "경제": 1}


def test_a_date_that_is_not_understood_is_an_error(tmp_path):
    with gisa.Indexer(tmp_path / "news.db") as indexer:
        with pytest.raises(gisa.Error, match="어제께"):
            indexer.add(id="1", title="첫눈", date="어제께")


def test_an_exception_forgets_what_was_added(tmp_path):
    database = tmp_path / "news.db"
    gisa.Indexer(database).commit()
    with pytest.raises(KeyError):
        with gisa.Indexer(database) as indexer:
            indexer.add(id="1", title="첫눈")
            raise KeyError
    assert found(database, "첫눈") == []


def test_articles_are_replaced_and_removed(tmp_path):
    database = tmp_path / "news.db"
    with gisa.Indexer(database) as indexer:
        indexer.add(id="1", title="첫눈", body="서울")
        indexer.add(id="2", title="첫눈", body="부산")
        assert indexer.commit() == 2
        indexer.add(id="1", title="장마", body="서울")
        assert indexer.remove("2")
        assert not indexer.remove("3")
        assert indexer.commit() == 1
    assert found(database, "첫눈") == []
    assert found(database, "장마") == ["1"]


def test_an_open_searcher_sees_each_commit(tmp_path):
    with gisa.Indexer(tmp_path / "news.db") as indexer:
        indexer.commit()
        with gisa.Searcher(tmp_path / "news.db") as searcher:
            for number in range(3):
                indexer.add(id=str(number), title="첫눈")
                indexer.commit()
                assert searcher.search("첫눈", count=True).total == number + 1


def test_errors(tmp_path):
    with gisa.Indexer(tmp_path / "news.db") as indexer:
        with pytest.raises(gisa.UsageError, match="without an id"):
            indexer.add(id="", title="첫눈")
        with pytest.raises(gisa.DatabaseBusy):
            gisa.Indexer(tmp_path / "news.db")
    with pytest.raises(gisa.UsageError, match="closed"):
        indexer.commit()


def test_other_threads_run_during_a_commit(tmp_path):
    ticks = 0
    done = threading.Event()

    def tick():
        nonlocal ticks
        while not done.is_set():
            ticks += 1
            time.sleep(0.001)

    with gisa.Indexer(tmp_path / "news.db") as indexer:
        for number in range(500):
            indexer.add(id=str(number), title="첫눈", body="서울에 첫눈이 내렸다.\n\n" * 200)
        thread = threading.Thread(target=tick)
        thread.start()
        before = ticks
        indexer.commit()
        during = ticks - before
        done.set()
        thread.join()
    assert during > 10


@pytest.mark.parametrize(
    ("date", "stored"),
    [
        (datetime.date(2020, 2, 3), "2020-02-03"),
        (datetime.datetime(2020, 2, 3, 9, 14), "2020-02-03T09:14"),
        (datetime.datetime(2020, 2, 3, 0, 14, tzinfo=datetime.timezone.utc), "2020-02-03T09:14"),
        (datetime.datetime(2020, 2, 3, 20, tzinfo=datetime.timezone.utc), "2020-02-04T05:00"),
        ("2020년 2월 3일", "2020-02-03"),
        ("", ""),
    ],
    ids=str,
)
def test_a_date_is_one_of_python_or_a_text(tmp_path, date, stored):
    with gisa.Indexer(tmp_path / "db") as indexer:
        indexer.add(id="1", title="첫눈", date=date)
    with gisa.Searcher(tmp_path / "db") as searcher:
        assert searcher.search("첫눈")[0].date == stored

"""Holds what gisa-search prints against docs/json.schema. Keys that it does not name are no fault of
a newer gisa, but of this one: here they are."""

import copy
import json
import subprocess

import jsonschema
import pytest


def strict(schema):
    """The schema without room for keys that it does not name."""
    schema = copy.deepcopy(schema)
    for name, definition in schema["$defs"].items():
        if definition.get("type") == "object" and "properties" in definition:
            definition["unevaluatedProperties"] = False
            if name == "hit":  # a line has more
                del definition["unevaluatedProperties"]
    return schema


@pytest.fixture(scope="session")
def schema(source):
    return json.loads((source / "docs/json.schema").read_text())


def check(schema, definition, value):
    jsonschema.Draft202012Validator.check_schema(schema)
    rule = {**strict(schema), "$ref": f"#/$defs/{definition}"}
    jsonschema.Draft202012Validator(rule).validate(value)


def printed(program, database, *arguments, requests=None):
    command = [program, "--db", database, *arguments]
    run = subprocess.run(command, capture_output=True, text=True, input=requests)
    assert run.returncode in (0, 1), run.stderr
    return [json.loads(line) for line in run.stdout.splitlines()]


@pytest.mark.parametrize(
    "arguments",
    [
        ["알리바바 의료"],
        ["--explain", "-n", "2", "정부"],
        ["--facet", "press,by,year,month,week,day", "정부"],
        ["--trend", "--versus", "의료", "정부"],
        ["--related", "정부"],
        ["--totals", "알리바바 의료"],
        ["date:1999 AND 알리바바"],
        ["dkfflqkqk"],
        ["(알라바바"],
        ["알*"],
        ["없는말없는말"],
        ["--like", "tech/alibaba-clinic.txt"],
        ["--context", "0", "--sort", "newest", "정부"],
        ["--context-passages", "1", "--budget", "2000", "정부"],
    ],
)
def test_json(schema, corpus, search_program, arguments):
    (answer,) = printed(search_program, corpus, "--format", "json", *arguments)
    check(schema, "answer", answer)


def test_copies(schema, search_program, tmp_path, source):
    import os

    body = "한국은행이 기준금리를 내렸다. " + " ".join(f"{n}번째 위원은 물가를 걱정했다." for n in range(40))
    for number in (1, 2):
        article = {"id": str(number), "title": "기준금리 인하", "body": body, "date": "2020-02-03"}
        (tmp_path / f"{number}.json").write_text(json.dumps(article))
    database = str(tmp_path / "news.db")
    subprocess.run([os.environ["GISA_INDEX"], "--db", database, tmp_path], capture_output=True)
    (answer,) = printed(search_program, database, "--format", "json", "기준금리")
    check(schema, "answer", answer)
    assert len(answer["hits"]) == 1 and len(answer["hits"][0]["copies"]) == 1


def test_jsonl(schema, corpus, search_program, tmp_path):
    lines = printed(search_program, corpus, "--format", "jsonl", "정부")
    assert len(lines) == 10
    batch = tmp_path / "batch"
    batch.write_text("q1\t정부\nq2\t병원\n")
    lines += printed(search_program, corpus, "--format", "jsonl", "--batch", str(batch))
    for line in lines:
        check(schema, "line", line)


def test_server(schema, corpus, search_program):
    requests = '{"id": 1, "query": "정부"}\n{"id": 2, "query": "정부", "options": {"x": 1}}\nno\n'
    answer, *failures = printed(search_program, corpus, "--server", requests=requests)
    check(schema, "answer", answer)
    for failure in failures:
        check(schema, "failure", failure)


def test_the_schema_refuses_what_is_not_so(schema, corpus, search_program):
    (answer,) = printed(search_program, corpus, "--format", "json", "정부")
    for change in (
        lambda a: a.pop("total"),
        lambda a: a["hits"][0].pop("text"),
        lambda a: a["hits"][0].update(rank=0),
        lambda a: a["hits"][0].update(highlights=[[1]]),
        lambda a: a["hits"][0].update(date="3.2.2020"),
        lambda a: a["notes"].append({"kind": "other", "text": "x"}),
        lambda a: a.update(more=1),
    ):
        changed = copy.deepcopy(answer)
        change(changed)
        with pytest.raises(jsonschema.ValidationError):
            check(schema, "answer", changed)

"""gisa for LangChain and LlamaIndex: against the real packages if they are installed, else against
stand-ins that have what of their interfaces is used."""

import importlib.util
import sys
import types

import gisa
import pytest

QUERY = "알리바바는 의료 상담을 무료로 하나요?"


def module(name, **names):
    made = types.ModuleType(name)
    vars(made).update(names)
    return made


class Record:
    def __init__(self, **fields):
        vars(self).update(fields)


class LangChainRetriever:
    def __init__(self, **fields):
        self.options = {}
        vars(self).update(fields)
        self.model_post_init(None)

    def model_post_init(self, context):
        pass

    def invoke(self, query):
        return self._get_relevant_documents(query, run_manager=None)


class LlamaIndexRetriever:
    def retrieve(self, query):
        return self._retrieve(Record(query_str=query))


STAND_INS = {
    "langchain_core": [
        module("langchain_core"),
        module("langchain_core.callbacks", CallbackManagerForRetrieverRun=object),
        module("langchain_core.documents", Document=Record),
        module("langchain_core.retrievers", BaseRetriever=LangChainRetriever),
        module("pydantic", PrivateAttr=lambda: None),
    ],
    "llama_index": [
        module("llama_index"),
        module("llama_index.core"),
        module("llama_index.core.retrievers", BaseRetriever=LlamaIndexRetriever),
        module("llama_index.core.schema", NodeWithScore=Record, QueryBundle=Record, TextNode=Record),
    ],
}


@pytest.fixture
def package(request, monkeypatch):
    name = request.param
    if importlib.util.find_spec(name) is None:
        for stand_in in STAND_INS[name]:
            monkeypatch.setitem(sys.modules, stand_in.__name__, stand_in)
    yield
    for name in ("gisa.langchain", "gisa.llamaindex"):
        sys.modules.pop(name, None)


@pytest.mark.parametrize("package", ["langchain_core"], indirect=True)
def test_documents_of_langchain(package, corpus):
    from gisa.langchain import GisaRetriever

    documents = GisaRetriever(database=str(corpus), k=2).invoke(QUERY)
    assert len(documents) == 2
    assert documents[0].metadata["id"] == "tech/alibaba-clinic.txt"
    assert "알리바바" in documents[0].page_content and "" not in documents[0].metadata.values()
    assert documents[0].id.startswith("tech/alibaba-clinic.txt@")
    newest = GisaRetriever(database=str(corpus), k=3, options={"sort": "newest"}).invoke("정부")
    dates = [document.metadata["date"] for document in newest]
    assert len(dates) == 3 and dates == sorted(dates, reverse=True)


@pytest.mark.parametrize("package", ["llama_index"], indirect=True)
def test_nodes_of_llamaindex(package, corpus):
    from gisa.llamaindex import GisaRetriever

    nodes = GisaRetriever(corpus, k=2).retrieve(QUERY)
    assert len(nodes) == 2 and nodes[0].score > nodes[1].score
    assert nodes[0].node.metadata["id"] == "tech/alibaba-clinic.txt"
    assert "알리바바" in nodes[0].node.text
    with gisa.Searcher(corpus) as searcher:
        for node in (with_score.node for with_score in nodes):
            text = searcher.article_text(node.metadata["id"])
            assert text[node.start_char_idx : node.end_char_idx] == node.text
            assert node.id_ == f"{node.metadata['id']}@{node.id_.rpartition('@')[2]}"


@pytest.mark.parametrize("package", ["llama_index"], indirect=True)
def test_nodes_are_no_copies_and_within_a_budget(package, tmp_path):
    from gisa.llamaindex import GisaRetriever

    body = "\n".join(f"{n}번째 상인은 배추 값이 지난주보다 올랐다고 시장에서 말했다." for n in range(60))
    with gisa.Indexer(tmp_path / "news.db") as indexer:
        for press in ("다온뉴스", "한빛경제"):
            indexer.add(id=press, title="배추 값 올라", body=body, press=press)
    retriever = GisaRetriever(tmp_path / "news.db", per_article=0, context_passages=1, budget=1500)
    nodes = retriever.retrieve("배추 값은 얼마나 올랐나요?")
    assert len({node.node.metadata["id"] for node in nodes}) == 1
    assert 0 < sum(len(node.node.text) for node in nodes) <= 1500

"""gisa as a retriever of LangChain; needs the package langchain-core.

    from gisa.langchain import GisaRetriever

    retriever = GisaRetriever(database="news.db", k=5)
    documents = retriever.invoke("알리바바는 의료 상담을 무료로 하나요?")
"""

from __future__ import annotations

from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import PrivateAttr

from gisa.result import about
from gisa.searcher import Searcher


class GisaRetriever(BaseRetriever):
    """Passages as documents: id and text, and what is known of the article as metadata."""

    database: str | list[str]
    k: int = 10
    options: dict[str, Any] = {}  # of Searcher.search()

    _searcher: Searcher = PrivateAttr()

    def model_post_init(self, context: Any) -> None:
        super().model_post_init(context)
        self._searcher = Searcher(self.database)

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[Document]:
        hits = self._searcher.search(query, **{"limit": self.k, "plain": True, **self.options})
        return [Document(id=hit.passage_id, page_content=hit.text, metadata=about(hit)) for hit in hits]

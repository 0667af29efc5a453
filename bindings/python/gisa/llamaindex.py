"""gisa as a retriever of LlamaIndex; needs the package llama-index-core.

    from gisa.llamaindex import GisaRetriever

    retriever = GisaRetriever("news.db", k=5)
    nodes = retriever.retrieve("알리바바는 의료 상담을 무료로 하나요?")
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from llama_index.core.retrievers import BaseRetriever
from llama_index.core.schema import NodeWithScore, QueryBundle, TextNode

from gisa.result import Hit, about
from gisa.searcher import Address, Searcher


class GisaRetriever(BaseRetriever):
    """Passages as nodes: id, text, place and score, and what is known of the article as metadata."""

    def __init__(self, database: Address | Sequence[Address], *, k: int = 10, **options: Any) -> None:
        """`options` are those of Searcher.search()."""
        super().__init__()
        self._searcher = Searcher(database)
        self._options = {"limit": k, "plain": True, **options}

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        hits = self._searcher.search(query_bundle.query_str, **self._options)
        return [NodeWithScore(node=_node(hit), score=hit.score) for hit in hits]


def _node(hit: Hit) -> TextNode:
    begin, end = hit.place
    return TextNode(
        id_=hit.passage_id,
        text=hit.text,
        metadata=about(hit),
        start_char_idx=begin,
        end_char_idx=end,
    )
